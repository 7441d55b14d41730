import { describe, expect, it } from 'vitest'
import {
  checkEntry,
  ruleBook,
  ruleCodes,
  type EntryFacts,
  type FileFacts,
  type RuleCode,
  type TrackRule,
} from '../../src/domain/rules/index.ts'
import { commentaries, file, fullHd, good } from './rule-examples.ts'

/**
 * A rule with an entry that keeps it and one that breaks it. `says` is the Chinese message, whole;
 * `numbers` must stand in both languages.
 */
type Example = {
  rule: Omit<TrackRule, 'severity'>
  keeps: EntryFacts
  breaks: EntryFacts
  path: string
  says: string
  numbers?: string[]
}

const fields = (facts: EntryFacts, changes: Record<string, unknown>): EntryFacts => ({
  ...facts,
  fields: { ...facts.fields, ...changes },
})
const video = (facts: EntryFacts, more: Partial<FileFacts>): EntryFacts => ({
  ...facts,
  files: [file('video', 'video/mp4', { ...fullHd, durationSeconds: 100, ...more })],
})
const pictures = (count: number, more: Partial<FileFacts> = {}): EntryFacts => ({
  ...good.photos,
  files: Array.from({ length: count }, () => file('pictures', 'image/jpeg', more)),
})
const series = (count: number): EntryFacts => ({ ...pictures(count), subtype: 'series' })
const small = { bytes: 1_234_567, width: 1600, height: 1200 }
const row = { indicator: '覆盖', fullMarks: 20, weight: 1, marks: 20, evidence: '附表' }
const { videos, photos, recitations, cases, platforms } = good

const examples: Record<RuleCode, Example[]> = {
  'title-length': [
    {
      rule: { rule: 'title-length', minimum: 2, maximum: 5 },
      keeps: { ...videos, title: '车间里的光' },
      breaks: { ...videos, title: '车间里的光。' },
      path: 'title',
      says: '标题 6 字，超过上限 5 字',
      numbers: ['6', '5'],
    },
    {
      rule: { rule: 'title-length', minimum: 2 },
      keeps: { ...videos, title: '光芒' },
      breaks: { ...videos, title: '光' },
      path: 'title',
      says: '标题 1 字，不足下限 2 字',
      numbers: ['1', '2'],
    },
    {
      rule: { rule: 'title-length', maximum: 5 },
      keeps: videos,
      breaks: { ...videos, title: ' \u3000\u200B' },
      path: 'title',
      says: '请填写标题',
    },
  ],
  'summary-length': [
    {
      rule: { rule: 'summary-length', minimum: 10, maximum: 500 },
      keeps: { ...videos, summary: '简'.repeat(500) },
      breaks: { ...videos, summary: '简'.repeat(501) },
      path: 'summary',
      says: '简介 501 字，超过上限 500 字',
      numbers: ['501', '500'],
    },
  ],
  'theme-listed': [
    {
      rule: { rule: 'theme-listed' },
      keeps: videos,
      breaks: { ...videos, theme: '劳模风采' },
      path: 'theme',
      says: '主题“劳模风采”不在本项目的主题中：建功新时代、匠心绝活',
    },
    {
      rule: { rule: 'theme-listed' },
      keeps: { ...videos, theme: null, themes: [] },
      breaks: { ...videos, theme: null },
      path: 'theme',
      says: '请填写主题',
    },
  ],
  'subtype-listed': [
    {
      rule: { rule: 'subtype-listed' },
      keeps: videos,
      breaks: { ...videos, subtype: 'series' },
      path: 'subtype',
      says: '没有这种类型，应为：情景剧、纪录片、创意短片',
    },
  ],
  'author-count': [
    {
      rule: { rule: 'author-count', minimum: 1, maximum: 2 },
      keeps: { ...videos, authors: [{ name: '甲' }, { name: '乙' }] },
      breaks: { ...videos, authors: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] },
      path: 'authors',
      says: '作者人数 3 人，超过上限 2 人',
      numbers: ['3', '2'],
    },
    {
      rule: { rule: 'author-count', minimum: 1 },
      keeps: videos,
      breaks: { ...videos, authors: [] },
      path: 'authors',
      says: '作者人数 0 人，不足下限 1 人',
      numbers: ['0', '1'],
    },
  ],
  'author-names': [
    {
      rule: { rule: 'author-names' },
      keeps: videos,
      breaks: { ...videos, authors: [{ name: '甲' }, { name: ' ', workplace: '示例厂' }] },
      path: 'authors.1.name',
      says: '请填写作者姓名',
    },
  ],
  'original-declared': [
    {
      rule: { rule: 'original-declared' },
      keeps: videos,
      breaks: fields(videos, { originalDeclared: 'true' }),
      path: 'originalDeclared',
      says: '请声明：作品为原创，不侵犯他人权利',
    },
  ],
  'body-length': [
    {
      rule: { rule: 'body-length', subtype: 'text', minimum: 500, maximum: 1400 },
      keeps: { ...commentaries.text, body: '评'.repeat(500) },
      breaks: { ...commentaries.text, body: '评'.repeat(499) },
      path: 'body',
      says: '正文 499 字，不足文字下限 500 字',
      numbers: ['499', '500'],
    },
    {
      rule: { rule: 'body-length', subtype: 'comic', maximum: 200 },
      keeps: { ...commentaries.comic, body: '' },
      breaks: { ...commentaries.comic, body: '画'.repeat(201) },
      path: 'body',
      says: '正文 201 字，超过漫画上限 200 字',
      numbers: ['201', '200'],
    },
    {
      rule: { rule: 'body-length', maximum: 3000 },
      keeps: cases,
      breaks: { ...cases, body: '案'.repeat(3001) },
      path: 'situation',
      says: '正文 3001 字，超过上限 3000 字',
      numbers: ['3001', '3000'],
    },
  ],
  duration: [
    {
      rule: { rule: 'duration', subtype: 'drama', maximum: 480 },
      keeps: video(videos, { durationSeconds: 480.9 }),
      breaks: video(videos, { durationSeconds: 521 }),
      path: 'video',
      says: '时长 8:41，超过情景剧上限 8:00',
      numbers: ['8:41', '8:00'],
    },
    {
      rule: { rule: 'duration', minimum: 60 },
      keeps: video(videos, { durationSeconds: 60 }),
      breaks: video(videos, { durationSeconds: 59.9 }),
      path: 'video',
      says: '时长 0:59，不足下限 1:00',
      numbers: ['0:59', '1:00'],
    },
    {
      rule: { rule: 'duration', maximum: 480 },
      keeps: fields({ ...videos, files: [] }, { durationSeconds: 480 }),
      breaks: fields({ ...videos, files: [] }, { durationSeconds: 481 }),
      path: 'durationSeconds',
      says: '时长 8:01，超过上限 8:00',
      numbers: ['8:01', '8:00'],
    },
    {
      rule: { rule: 'duration', maximum: 480 },
      keeps: fields(videos, { durationSeconds: null }),
      breaks: fields({ ...videos, files: [] }, { durationSeconds: '470' }),
      path: 'durationSeconds',
      says: '请填写时长',
    },
    {
      rule: { rule: 'duration', subtype: 'audio', maximum: 180 },
      keeps: commentaries.audio,
      breaks: {
        ...commentaries.audio,
        files: [file('audio', 'audio/mpeg', { durationSeconds: 181 })],
      },
      path: 'audio',
      says: '时长 3:01，超过音频上限 3:00',
      numbers: ['3:01', '3:00'],
    },
  ],
  'aspect-ratio': [
    {
      rule: { rule: 'aspect-ratio', minimum: 1.76, maximum: 1.79 },
      keeps: video(videos, { width: 1366, height: 768 }),
      breaks: video(videos, { width: 1440, height: 1080 }),
      path: 'video',
      says: '画面 1440×1080，比例不是 16:9',
      numbers: ['1440×1080', '16:9'],
    },
  ],
  resolution: [
    {
      rule: { rule: 'resolution', minimum: 1080 },
      keeps: video(videos, { width: 1080, height: 1920 }),
      breaks: video(videos, { width: 1280, height: 720 }),
      path: 'video',
      says: '分辨率（短边） 720 像素，不足下限 1080 像素',
      numbers: ['720', '1080'],
    },
  ],
  'made-within': [
    {
      rule: { rule: 'made-within', maximum: 365 },
      keeps: fields(videos, { madeOn: '2021-08-01T12:00:00Z' }),
      breaks: fields(videos, { madeOn: '2021-07-31T12:00:00Z' }),
      path: 'madeOn',
      says: '制作距今 366 天，超过上限 365 天',
      numbers: ['366', '365'],
    },
    {
      rule: { rule: 'made-within', maximum: 365 },
      // Still the same day in Shanghai.
      keeps: fields(videos, { madeOn: new Date('2022-08-01T15:59:59Z') }),
      breaks: fields(videos, { madeOn: new Date('2022-08-01T16:00:00Z') }),
      path: 'madeOn',
      says: '制作日期 2022-08-02 晚于今天 2022-08-01',
      numbers: ['2022-08-02', '2022-08-01'],
    },
    {
      rule: { rule: 'made-within', maximum: 365 },
      keeps: videos,
      breaks: fields(videos, { madeOn: '很久以前' }),
      path: 'madeOn',
      says: '请填写制作日期',
    },
  ],
  'no-watermark-declared': [
    {
      rule: { rule: 'no-watermark-declared' },
      keeps: videos,
      breaks: fields(videos, { noWatermarkDeclared: false }),
      path: 'noWatermarkDeclared',
      says: '请声明：作品不含水印、台标',
    },
  ],
  'video-file': [
    {
      rule: { rule: 'video-file' },
      keeps: video(videos, { mimeType: 'video/quicktime' }),
      breaks: video(videos, { mimeType: 'video/x-msvideo' }),
      path: 'video',
      says: '视频文件的格式是 video/x-msvideo，应为 MP4、MOV',
    },
    {
      rule: { rule: 'video-file' },
      keeps: recitations,
      breaks: { ...recitations, files: [file('cover', 'image/jpeg')] },
      path: 'video',
      says: '请上传视频文件',
    },
  ],
  'audio-file': [
    {
      rule: { rule: 'audio-file', subtype: 'audio' },
      keeps: commentaries.audio,
      breaks: { ...commentaries.audio, files: [file('audio', 'audio/wav')] },
      path: 'audio',
      says: '音频文件的格式是 audio/wav，应为 MP3',
    },
  ],
  'comic-file': [
    {
      rule: { rule: 'comic-file', subtype: 'comic' },
      keeps: commentaries.comic,
      breaks: {
        ...commentaries.comic,
        files: [file('comic', 'image/jpeg'), file('comic', 'image/png')],
      },
      path: 'comic.1',
      says: '漫画图片的格式是 image/png，应为 JPG',
    },
  ],
  'picture-file': [
    {
      rule: { rule: 'picture-file' },
      keeps: { ...photos, files: [file('pictures', 'image/heic')] },
      breaks: { ...photos, files: [file('pictures', 'image/jpeg'), file('pictures', 'image/gif')] },
      path: 'pictures.1',
      says: '照片的格式是 image/gif，应为 JPEG、HEIC',
    },
  ],
  'picture-count': [
    {
      rule: { rule: 'picture-count', subtype: 'single', minimum: 1, maximum: 1 },
      keeps: pictures(1),
      breaks: pictures(2),
      path: 'pictures',
      says: '照片数量 2 张，超过单幅上限 1 张',
      numbers: ['2', '1'],
    },
    {
      rule: { rule: 'picture-count', subtype: 'series', minimum: 4, maximum: 8 },
      keeps: series(4),
      breaks: series(3),
      path: 'pictures',
      says: '照片数量 3 张，不足组照下限 4 张',
      numbers: ['3', '4'],
    },
    {
      rule: { rule: 'picture-count', subtype: 'series', minimum: 4, maximum: 8 },
      keeps: series(8),
      breaks: series(9),
      path: 'pictures',
      says: '照片数量 9 张，超过组照上限 8 张',
      numbers: ['9', '8'],
    },
  ],
  'picture-bytes': [
    {
      rule: { rule: 'picture-bytes', minimum: 2 },
      keeps: pictures(1, { ...small, bytes: 2_000_000 }),
      breaks: pictures(1, small),
      path: 'pictures.0',
      says: '第 1 张照片大小 1.23 MB，不足 2 MB',
      numbers: ['1.23', '2'],
    },
  ],
  'picture-long-side': [
    {
      rule: { rule: 'picture-long-side', minimum: 3000 },
      keeps: pictures(1, { width: 2000, height: 3000 }),
      breaks: pictures(1, { width: 2999, height: 2000 }),
      path: 'pictures.0',
      says: '第 1 张照片长边 2999 像素，不足 3000 像素',
      numbers: ['2999', '3000'],
    },
  ],
  'taken-date': [
    {
      rule: { rule: 'taken-date' },
      keeps: photos,
      breaks: fields(photos, { takenAt: '2022-09-01T00:00:00Z' }),
      path: 'takenAt',
      says: '拍摄日期 2022-09-01 晚于今天 2022-08-01',
      numbers: ['2022-09-01', '2022-08-01'],
    },
  ],
  'taken-place': [
    {
      rule: { rule: 'taken-place' },
      keeps: photos,
      breaks: fields(photos, { place: ' ' }),
      path: 'place',
      says: '请填写拍摄地点',
    },
  ],
  'no-composite-declared': [
    {
      rule: { rule: 'no-composite-declared' },
      keeps: photos,
      breaks: fields(photos, { noCompositeDeclared: undefined }),
      path: 'noCompositeDeclared',
      says: '请声明：照片未经合成、拼接',
    },
  ],
  'text-source': [
    {
      rule: { rule: 'text-source' },
      keeps: recitations,
      breaks: fields(recitations, { textSource: null }),
      path: 'textSource',
      says: '请填写文本出处',
    },
  ],
  'original-text': [
    {
      rule: { rule: 'original-text' },
      keeps: recitations,
      breaks: { ...recitations, theme: '个人原创作品诵读' },
      path: 'originalText',
      says: '请填写原创文本',
    },
    {
      rule: { rule: 'original-text' },
      keeps: fields({ ...recitations, theme: '个人原创作品诵读' }, { originalText: '原文' }),
      breaks: fields({ ...recitations, theme: '个人原创作品诵读' }, { originalText: '\n' }),
      path: 'originalText',
      says: '请填写原创文本',
    },
  ],
  'h5-link': [
    {
      rule: { rule: 'h5-link', subtype: 'h5' },
      keeps: commentaries.h5,
      breaks: fields(commentaries.h5, { h5Url: 'javascript:alert(1)' }),
      path: 'h5Url',
      says: 'H5 链接须是以 http:// 或 https:// 开头的网址',
    },
  ],
  'h5-screens': [
    {
      rule: { rule: 'h5-screens', subtype: 'h5', maximum: 10 },
      keeps: fields(commentaries.h5, { h5Screens: 10 }),
      breaks: fields(commentaries.h5, { h5Screens: 11 }),
      path: 'h5Screens',
      says: 'H5 屏数 11 屏，超过H5上限 10 屏',
      numbers: ['11', '10'],
    },
    {
      rule: { rule: 'h5-screens', maximum: 10 },
      keeps: commentaries.h5,
      breaks: fields(commentaries.h5, { h5Screens: 0 }),
      path: 'h5Screens',
      says: '请填写H5 屏数',
    },
  ],
  'published-url': [
    {
      rule: { rule: 'published-url' },
      keeps: commentaries.text,
      breaks: fields(commentaries.text, { publishedUrl: 'example.org' }),
      path: 'publishedUrl',
      says: '发表网址须是以 http:// 或 https:// 开头的网址',
    },
    {
      rule: { rule: 'published-url' },
      keeps: commentaries.text,
      breaks: fields(commentaries.text, { publishedUrl: 'https://' }),
      path: 'publishedUrl',
      says: '发表网址须是以 http:// 或 https:// 开头的网址',
    },
  ],
  'published-platform': [
    {
      rule: { rule: 'published-platform' },
      keeps: commentaries.text,
      breaks: fields(commentaries.text, { publishedPlatform: '' }),
      path: 'publishedPlatform',
      says: '请填写发表平台',
    },
  ],
  'published-date': [
    {
      rule: { rule: 'published-date' },
      keeps: commentaries.text,
      breaks: fields(commentaries.text, { publishedOn: null }),
      path: 'publishedOn',
      says: '请填写发表日期',
    },
  ],
  'published-screenshot': [
    {
      rule: { rule: 'published-screenshot' },
      keeps: commentaries.text,
      breaks: { ...commentaries.text, files: [] },
      path: 'screenshot',
      says: '请上传发表页面截图',
    },
  ],
  'union-member-declared': [
    {
      rule: { rule: 'union-member-declared' },
      keeps: commentaries.text,
      breaks: fields(commentaries.text, { unionMemberDeclared: 1 }),
      path: 'unionMemberDeclared',
      says: '请声明：作者是工会会员',
    },
  ],
  'case-sections': [
    {
      rule: { rule: 'case-sections' },
      keeps: cases,
      breaks: fields(cases, { demonstration: ' ' }),
      path: 'demonstration',
      says: '请填写示范价值',
    },
  ],
  'results-figures': [
    {
      rule: { rule: 'results-figures' },
      keeps: fields(cases, { results: '共服务三百余人。' }),
      breaks: fields(cases, { results: '成效显著，职工满意。' }),
      path: 'results',
      says: '工作成效中没有数据，请写明可核实的数字',
    },
  ],
  'attachment-file': [
    {
      rule: { rule: 'attachment-file' },
      keeps: { ...cases, files: [] },
      breaks: { ...cases, files: [file('attachments', 'application/zip')] },
      path: 'attachments.0',
      says: '附件的格式是 application/zip，应为 PDF、DOCX、JPG、PNG、WebP、HEIC',
    },
  ],
  'platform-reachable': [
    {
      rule: { rule: 'platform-reachable' },
      keeps: fields({ ...platforms, files: [file('qrCode', 'image/png')] }, { address: '' }),
      breaks: fields(platforms, { address: '' }),
      path: 'address',
      says: '请填写平台地址（账号）或上传二维码',
    },
  ],
  'operator-named': [
    {
      rule: { rule: 'operator-named' },
      keeps: platforms,
      breaks: fields(platforms, { operator: null }),
      path: 'operator',
      says: '请填写运营单位',
    },
  ],
  'launch-date': [
    {
      rule: { rule: 'launch-date' },
      keeps: platforms,
      breaks: fields(platforms, { launchedOn: '2023-01-01' }),
      path: 'launchedOn',
      says: '上线日期 2023-01-01 晚于今天 2022-08-01',
      numbers: ['2023-01-01', '2022-08-01'],
    },
  ],
  'services-listed': [
    {
      rule: { rule: 'services-listed', minimum: 2 },
      keeps: platforms,
      breaks: fields(platforms, { services: ['就业服务', '就业服务'] }),
      path: 'services',
      says: '服务内容 1 项，不足下限 2 项',
      numbers: ['1', '2'],
    },
    {
      rule: { rule: 'services-listed', minimum: 1 },
      keeps: fields({ ...platforms, themes: [] }, { services: ['理发'] }),
      breaks: fields(platforms, { services: ['就业服务', '理发'] }),
      path: 'services.1',
      says: '服务内容“理发”不在本项目的主题中：宣传教育、就业服务、维权帮扶、技能提升、商家优惠、公共服务',
    },
    {
      rule: { rule: 'services-listed', minimum: 1 },
      keeps: platforms,
      breaks: fields(platforms, { services: '就业服务' }),
      path: 'services',
      says: '请填写服务内容',
    },
  ],
  'user-numbers': [
    {
      rule: { rule: 'user-numbers' },
      keeps: fields(platforms, { registeredUsers: 0, activeUsers: 0 }),
      breaks: fields(platforms, { registeredUsers: 100, activeUsers: 101 }),
      path: 'activeUsers',
      says: '活跃用户数 101，超过注册用户数 100',
      numbers: ['101', '100'],
    },
    {
      rule: { rule: 'user-numbers' },
      keeps: platforms,
      breaks: fields(platforms, { registeredUsers: -1, activeUsers: -1.5 }),
      path: 'registeredUsers',
      says: '请填写注册用户数',
    },
  ],
  'self-assessment': [
    {
      rule: { rule: 'self-assessment', minimum: 1 },
      keeps: platforms,
      breaks: fields(platforms, { selfAssessment: [] }),
      path: 'selfAssessment',
      says: '自评项 0 项，不足下限 1 项',
      numbers: ['0', '1'],
    },
    {
      rule: { rule: 'self-assessment', minimum: 1 },
      keeps: fields(platforms, { selfAssessment: [row] }),
      breaks: fields(platforms, { selfAssessment: [row, { ...row, marks: 21 }] }),
      path: 'selfAssessment.1.marks',
      says: '自评分 21 分，应在 0 至 20 分之间',
      numbers: ['21', '20'],
    },
    {
      rule: { rule: 'self-assessment', minimum: 1 },
      keeps: platforms,
      breaks: fields(platforms, { selfAssessment: [{ ...row, evidence: '' }] }),
      path: 'selfAssessment.0.evidence',
      says: '请填写佐证说明',
    },
    {
      rule: { rule: 'self-assessment', minimum: 1 },
      keeps: platforms,
      breaks: fields(platforms, { selfAssessment: [null] }),
      path: 'selfAssessment.0.indicator',
      says: '请填写指标',
    },
  ],
  'showcase-file': [
    {
      rule: { rule: 'showcase-file' },
      keeps: platforms,
      breaks: { ...platforms, files: [file('showcaseVideo', 'video/webm')] },
      path: 'showcaseVideo',
      says: '展示视频的格式是 video/webm，应为 MP4、MOV',
    },
  ],
  'showcase-duration': [
    {
      rule: { rule: 'showcase-duration', maximum: 300 },
      keeps: platforms,
      breaks: {
        ...platforms,
        files: [file('showcaseVideo', 'video/mp4', { durationSeconds: 301 })],
      },
      path: 'showcaseVideo',
      says: '展示视频时长 5:01，超过上限 5:00',
      numbers: ['5:01', '5:00'],
    },
    {
      rule: { rule: 'showcase-duration', maximum: 300 },
      keeps: platforms,
      breaks: { ...platforms, files: [file('showcaseVideo', 'video/mp4')] },
      path: 'durationSeconds',
      says: '请填写展示视频时长',
    },
  ],
  'url-reachable': [
    {
      rule: { rule: 'url-reachable' },
      keeps: {
        ...commentaries.text,
        addresses: [{ path: 'publishedUrl', ok: true, words: { zh: '能打开', en: 'opens' } }],
      },
      breaks: {
        ...commentaries.text,
        addresses: [{ path: 'publishedUrl', ok: false, words: { zh: '打不开', en: 'is gone' } }],
      },
      path: 'publishedUrl',
      says: '打不开',
    },
  ],
}

const table = ruleCodes.flatMap((code) => examples[code].map((example) => ({ code, ...example })))

describe('every rule of the book', () => {
  it('has an example', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(ruleBook).sort())
    for (const code of ruleCodes) expect(examples[code].length, code).toBeGreaterThan(0)
  })

  it.each(table)('$code lets pass what keeps it ($says)', ({ rule, keeps }) => {
    const rules: TrackRule[] = [{ ...rule, severity: 'blocking' }]
    expect(checkEntry({ rules, facts: keeps })).toEqual([])
  })

  it.each(table)('$code: $says', ({ code, rule, breaks, path, says, numbers }) => {
    for (const severity of ['blocking', 'warning'] as const) {
      const [finding] = checkEntry({ rules: [{ ...rule, severity }], facts: breaks })
      expect(finding).toMatchObject({ rule: code, severity, path, message: says })
      expect(finding?.messageEn).not.toMatch(/\bundefined\b|\bNaN\b/)
      for (const number of numbers ?? []) {
        expect(finding?.message).toContain(number)
        expect(finding?.messageEn).toContain(number)
      }
      if (!numbers) continue
      expect(finding?.actual).toBeDefined()
      expect(finding?.limit).toBeDefined()
    }
  })

  it('names both numbers wherever it takes a number', () => {
    for (const code of ruleCodes) {
      if (ruleBook[code].takes.length === 0) continue
      expect(
        examples[code].some(({ numbers }) => numbers),
        code,
      ).toBe(true)
    }
  })
})

describe('2 MB or 3000 pixels', () => {
  const rules: TrackRule[] = [
    { rule: 'picture-bytes', minimum: 2, severity: 'warning' },
    { rule: 'picture-long-side', minimum: 3000, severity: 'warning' },
  ]
  it.each([
    [{ bytes: 3_000_000, width: 100, height: 100 }, 0],
    [{ bytes: 100, width: 100, height: 3000 }, 0],
    [{ bytes: 1_999_999, width: 2999, height: 10 }, 1],
    [{ bytes: 100, width: null, height: null }, 1],
  ])('%j has %i findings', (more, count) => {
    const findings = checkEntry({ rules, facts: pictures(1, more) })
    expect(findings).toHaveLength(count)
  })

  it('says both in one finding', () => {
    const [finding] = checkEntry({ rules, facts: pictures(1, small) })
    expect(finding?.message).toBe(
      '第 1 张照片大小 1.23 MB，不足 2 MB，且长边 1600 像素，不足 3000 像素',
    )
  })
})
