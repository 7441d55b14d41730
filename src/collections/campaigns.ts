import type { CollectionConfig } from 'payload'
import { anyone, nobody, province, staff } from '../access/person.ts'
import { plainly } from '../access/rule.ts'
import { hiddenFor } from '../access/hidden-for.ts'
import { phaseKeys, phaseWords } from '../domain/phases.ts'
import { readableFor } from '../fields/server-owned.ts'
import { textLimits } from '../fields/text-limits.ts'
import { refuseWhenUsed } from '../hooks/refuse-when-used.ts'
import { checkPhases } from '../hooks/check-windows.ts'

/** One year's campaign. Every year is a new one in the same system. */
export const Campaigns: CollectionConfig = {
  slug: 'campaigns',
  labels: { singular: { zh: '活动', en: 'Campaign' }, plural: { zh: '活动', en: 'Campaigns' } },
  access: {
    create: province as () => boolean,
    read: anyone,
    update: province,
    delete: province,
    readVersions: nobody as () => boolean,
    admin: plainly(staff),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('editor', 'judge'),
    useAsTitle: 'title',
    group: { zh: '活动设置', en: 'Campaign' },
    defaultColumns: ['title', 'year', 'slug', 'updatedAt'],
  },
  disableDuplicate: true,
  hooks: {
    beforeChange: [checkPhases],
    beforeDelete: [
      refuseWhenUsed([
        { collection: 'tracks', field: 'campaign' },
        { collection: 'articles', field: 'campaign' },
      ]),
    ],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: textLimits.title,
      label: { zh: '名称', en: 'Title' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'slug',
          type: 'text',
          required: true,
          unique: true,
          index: true,
          maxLength: 60,
          label: { zh: '标识', en: 'Slug' },
          validate: (value: unknown) =>
            (typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(value)) ||
            '只能用小写字母、数字和连字符 / Lower-case letters, digits and hyphens only',
        },
        {
          name: 'year',
          type: 'number',
          required: true,
          min: 2000,
          max: 2100,
          label: { zh: '年份', en: 'Year' },
        },
        { name: 'noticeDate', type: 'date', label: { zh: '通知日期', en: 'Date of the notice' } },
      ],
    },
    {
      name: 'organisers',
      type: 'text',
      hasMany: true,
      maxRows: 10,
      maxLength: textLimits.line,
      label: { zh: '主办单位', en: 'Organisers' },
    },
    {
      name: 'platforms',
      type: 'text',
      hasMany: true,
      maxRows: 10,
      maxLength: textLimits.line,
      label: { zh: '发布平台', en: 'Platforms' },
    },
    {
      name: 'platformUses',
      type: 'text',
      hasMany: true,
      maxRows: 20,
      maxLength: textLimits.line,
      label: { zh: '平台用途', en: 'Uses of the platforms' },
    },
    {
      name: 'phases',
      type: 'array',
      label: { zh: '阶段', en: 'Phases' },
      labels: { singular: { zh: '阶段', en: 'Phase' }, plural: { zh: '阶段', en: 'Phases' } },
      maxRows: phaseKeys.length,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'key',
              type: 'select',
              required: true,
              label: { zh: '阶段', en: 'Phase' },
              options: phaseKeys.map((value) => ({ value, label: phaseWords[value] })),
            },
            {
              name: 'title',
              type: 'text',
              maxLength: textLimits.line,
              label: { zh: '名称', en: 'Title' },
            },
          ],
        },
        {
          type: 'row',
          fields: [
            {
              name: 'from',
              type: 'date',
              required: true,
              label: { zh: '开始（含）', en: 'From (included)' },
              admin: { date: { pickerAppearance: 'dayAndTime' } },
            },
            {
              name: 'to',
              type: 'date',
              required: true,
              label: { zh: '结束（不含）', en: 'To (not included)' },
              admin: { date: { pickerAppearance: 'dayAndTime' } },
            },
          ],
        },
        {
          name: 'does',
          type: 'textarea',
          maxLength: textLimits.paragraph,
          label: { zh: '工作内容', en: 'What is done' },
        },
      ],
    },
    {
      name: 'terms',
      type: 'group',
      label: { zh: '参加须知（外部平台报送）', en: 'Terms for participants' },
      fields: [
        {
          name: 'version',
          type: 'text',
          maxLength: 40,
          label: { zh: '版本', en: 'Version' },
        },
        {
          name: 'text',
          type: 'textarea',
          maxLength: textLimits.body,
          label: { zh: '须知全文', en: 'Text' },
        },
      ],
    },
    readableFor(staff, {
      name: 'allowSamePerson',
      type: 'checkbox',
      defaultValue: false,
      label: {
        zh: '允许同一人完成多次审核（人手不足的小单位）',
        en: 'One person may do several reviews (small units)',
      },
    }),
  ],
}
