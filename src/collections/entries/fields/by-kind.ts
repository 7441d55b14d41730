import type { Field } from 'payload'
import { staffOrOwner } from '../../../access/entries.ts'
import type { EntryKind } from '../../../domain/kinds.ts'
import { readableFor } from '../../../fields/server-owned.ts'
import { textLimits } from '../../../fields/text-limits.ts'
import { mediaField } from './media-field.ts'

const duration: Field = {
  name: 'durationSeconds',
  type: 'number',
  label: { zh: '时长（秒）', en: 'Duration (seconds)' },
  min: 0,
  max: 86_400,
  admin: { components: { Field: '/src/plugins/review/admin/DurationField.tsx#DurationField' } },
}

/** The fields that only one kind of entry has. */
export const categoryFields: Record<EntryKind, Field[]> = {
  cases: [
    section('situation', '背景与问题', 'Situation'),
    section('practice', '主要做法', 'Practice'),
    section('digitalFeatures', '数字化特色', 'Digital characteristics'),
    section('results', '可核实的成效（数据）', 'Verifiable results (figures)'),
    section('demonstration', '示范价值', 'Demonstration value'),
    mediaField({
      name: 'attachments',
      label: { zh: '附件', en: 'Attachments' },
      accepts: ['document', 'image'],
      many: { max: 20 },
      staffOnly: true,
    }),
  ],
  videos: [
    mediaField({ name: 'video', label: { zh: '视频文件', en: 'Video file' }, accepts: ['video'] }),
    duration,
    day('madeOn', '制作日期', 'Made on'),
    declared('noWatermarkDeclared', '承诺无水印、台标', 'Declared to carry no watermark'),
  ],
  photos: [
    mediaField({
      name: 'pictures',
      label: { zh: '照片（单幅 1 张，组照 4–8 张）', en: 'Pictures (single 1, series 4–8)' },
      accepts: ['image'],
      many: { max: 12 },
    }),
    day('takenAt', '拍摄日期', 'Taken on'),
    line('place', '拍摄地点', 'Place'),
    declared('noCompositeDeclared', '承诺未合成、未增删画面内容', 'Declared to be no composite'),
  ],
  recitations: [
    mediaField({ name: 'video', label: { zh: '诵读视频', en: 'Video' }, accepts: ['video'] }),
    duration,
    line('textSource', '诵读篇目及作者', 'Text and its author'),
    {
      name: 'originalText',
      type: 'textarea',
      label: { zh: '原创文稿全文', en: 'Full text when original' },
      maxLength: textLimits.body,
      admin: { rows: 8 },
    },
  ],
  commentaries: [
    section('body', '正文', 'Text'),
    mediaField({
      name: 'comic',
      label: { zh: '漫画', en: 'Comic' },
      accepts: ['image'],
      many: { max: 20 },
    }),
    mediaField({ name: 'audio', label: { zh: '音频', en: 'Sound' }, accepts: ['audio'] }),
    mediaField({ name: 'video', label: { zh: '视频', en: 'Video' }, accepts: ['video'] }),
    duration,
    link('h5Url', 'H5 链接', 'H5 address'),
    count('h5Screens', 'H5 屏数', 'Screens of the H5', 1_000),
    link('publishedUrl', '发表链接', 'Published at (address)'),
    line('publishedPlatform', '发表平台', 'Published on (platform)'),
    day('publishedOn', '发表日期', 'Published on (date)'),
    mediaField({
      name: 'screenshot',
      label: { zh: '发表截图', en: 'Screenshot of the publication' },
      accepts: ['image'],
      staffOnly: true,
    }),
    declared('unionMemberDeclared', '作者为工会会员', 'The author is a union member'),
  ],
  platforms: [
    line('address', '平台地址或账号', 'Address or account'),
    mediaField({ name: 'qrCode', label: { zh: '二维码', en: 'QR code' }, accepts: ['image'] }),
    line('operator', '运营单位', 'Operator'),
    day('launchedOn', '上线日期', 'Launched on'),
    // Text, not a select: what a platform may offer is the track's list of themes, checked by its rules;
    // and GraphQL knows no Chinese names of enum values.
    {
      name: 'services',
      type: 'text',
      hasMany: true,
      maxRows: 40,
      maxLength: textLimits.line,
      label: { zh: '服务内容', en: 'Services' },
    },
    count('registeredUsers', '注册用户数', 'Registered users', 2_000_000_000),
    count('activeUsers', '活跃用户数', 'Active users', 2_000_000_000),
    readableFor(staffOrOwner, {
      name: 'selfAssessment',
      type: 'array',
      label: { zh: '自评（对照指标）', en: 'Self-assessment (by indicator)' },
      maxRows: 60,
      fields: [
        {
          type: 'row',
          fields: [
            line('indicator', '指标', 'Indicator'),
            count('fullMarks', '满分', 'Full marks', 1_000),
            count('weight', '权重', 'Weight', 1_000),
            count('marks', '自评分', 'Marks', 1_000),
          ],
        },
        {
          name: 'evidence',
          type: 'textarea',
          label: { zh: '佐证', en: 'Evidence' },
          maxLength: textLimits.paragraph,
        },
      ],
    }),
    mediaField({
      name: 'showcaseVideo',
      label: { zh: '展示视频', en: 'Showcase video' },
      accepts: ['video'],
    }),
    duration,
  ],
}

function line(name: string, zh: string, en: string): Field {
  return { name, type: 'text', label: { zh, en }, maxLength: textLimits.line }
}

function section(name: string, zh: string, en: string): Field {
  return {
    name,
    type: 'textarea',
    label: { zh, en },
    maxLength: textLimits.body,
    admin: { rows: 8 },
  }
}

function link(name: string, zh: string, en: string): Field {
  return {
    name,
    type: 'text',
    label: { zh, en },
    maxLength: textLimits.url,
    validate: (value: unknown) =>
      !value ||
      (typeof value === 'string' &&
        URL.canParse(value) &&
        /^https?:$/.test(new URL(value).protocol))
        ? true
        : '请填写以 http:// 或 https:// 开头的完整链接 / A full http(s) address is needed',
  }
}

function count(name: string, zh: string, en: string, max: number): Field {
  return { name, type: 'number', label: { zh, en }, min: 0, max }
}

function day(name: string, zh: string, en: string): Field {
  return {
    name,
    type: 'date',
    label: { zh, en },
    admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } },
  }
}

function declared(name: string, zh: string, en: string): Field {
  return readableFor(staffOrOwner, {
    name,
    type: 'checkbox',
    label: { zh, en },
    defaultValue: false,
  })
}
