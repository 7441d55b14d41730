import type { CollectionConfig, Field } from 'payload'
import { anyone, nobody, province, staff } from '../access/person.ts'
import { anyOf, plainly } from '../access/rule.ts'
import { hostedByOwnUnit } from '../access/scope.ts'
import { hiddenFor } from '../access/hidden-for.ts'
import { entryKindList, entryKinds } from '../domain/kinds.ts'
import { phaseKeys, phaseWords } from '../domain/phases.ts'
import { ruleBook, ruleCodes } from '../domain/rules/index.ts'
import { textLimits } from '../fields/text-limits.ts'
import { checkTrack } from '../hooks/check-windows.ts'
import { refuseWhenUsed } from '../hooks/refuse-when-used.ts'

const limit = { components: { Field: '/src/plugins/review/admin/LimitField.tsx#LimitField' } }

/** One call of a campaign, for one kind of entry, held by a host. Its rules are data. */
export const Tracks: CollectionConfig = {
  slug: 'tracks',
  labels: { singular: { zh: '子项目', en: 'Track' }, plural: { zh: '子项目', en: 'Tracks' } },
  access: {
    create: province as () => boolean,
    read: anyone,
    update: anyOf(province, hostedByOwnUnit),
    delete: province,
    readVersions: nobody as () => boolean,
    admin: plainly(staff),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('judge'),
    useAsTitle: 'title',
    group: { zh: '活动设置', en: 'Campaign' },
    defaultColumns: ['title', 'kind', 'host', 'coHosts', 'updatedAt'],
  },
  disableDuplicate: true,
  indexes: [{ fields: ['campaign', 'slug'], unique: true }],
  hooks: {
    beforeChange: [checkTrack],
    beforeDelete: [
      refuseWhenUsed([
        ...entryKindList.map((collection) => ({ collection, field: 'track' })),
        { collection: 'quotas', field: 'track' },
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
      name: 'subtitle',
      type: 'text',
      maxLength: textLimits.title,
      label: { zh: '副题', en: 'Subtitle' },
    },
    {
      name: 'note',
      type: 'textarea',
      maxLength: textLimits.paragraph,
      label: { zh: '说明', en: 'Note' },
    },
    {
      name: 'themes',
      type: 'text',
      hasMany: true,
      maxRows: 40,
      maxLength: textLimits.line,
      label: { zh: '主题', en: 'Themes' },
    },
    rulesField(),
    {
      name: 'callPreview',
      type: 'ui',
      admin: { components: { Field: '/src/plugins/review/admin/CallPreview.tsx#CallPreview' } },
    },
    provinceOnly({
      type: 'relationship',
      name: 'campaign',
      relationTo: 'campaigns',
      required: true,
      index: true,
      label: { zh: '活动', en: 'Campaign' },
      admin: { position: 'sidebar' },
    }),
    provinceOnly({
      type: 'select',
      name: 'kind',
      required: true,
      label: { zh: '作品类别', en: 'Kind of entry' },
      options: entryKindList.map((value) => ({ value, label: entryKinds[value].label })),
      admin: { position: 'sidebar' },
    }),
    provinceOnly({
      type: 'text',
      name: 'slug',
      required: true,
      index: true,
      maxLength: 60,
      label: { zh: '标识', en: 'Slug' },
      admin: { position: 'sidebar' },
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(value)) ||
        '只能用小写字母、数字和连字符 / Lower-case letters, digits and hyphens only',
    }),
    provinceOnly({
      type: 'relationship',
      name: 'host',
      relationTo: 'units',
      required: true,
      index: true,
      label: { zh: '承办单位', en: 'Host' },
      admin: { position: 'sidebar' },
    }),
    provinceOnly({
      type: 'relationship',
      name: 'coHosts',
      relationTo: 'units',
      hasMany: true,
      maxRows: 10,
      label: { zh: '协办单位', en: 'Co-hosts' },
      admin: { position: 'sidebar' },
    }),
    provinceOnly({
      type: 'select',
      name: 'scope',
      required: true,
      defaultValue: 'province',
      label: { zh: '征集范围', en: 'Open to' },
      options: [
        { value: 'province', label: { zh: '省内', en: 'Jiangsu' } },
        { value: 'nationwide', label: { zh: '全国', en: 'Nationwide' } },
      ],
      admin: { position: 'sidebar' },
    }),
    {
      name: 'perPersonLimit',
      type: 'number',
      min: 1,
      max: 100,
      label: { zh: '每人可报送件数', en: 'Entries per participant' },
      validate: (value: unknown) =>
        value == null ||
        (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 100) ||
        '应为 1 至 100 的整数 / A whole number from 1 to 100',
      admin: {
        position: 'sidebar',
        description: {
          zh: '职工本人从外部平台报送时适用；留空不限',
          en: 'For workers who send in from outside; empty: no limit',
        },
      },
    },
    provinceOnly({
      type: 'group',
      name: 'windows',
      label: { zh: '本项目的时间（留空随活动）', en: 'Own times (empty: the campaign’s)' },
      fields: phaseKeys.map((key) => ({
        type: 'group' as const,
        name: key,
        label: phaseWords[key],
        fields: [
          {
            type: 'row' as const,
            fields: [
              {
                name: 'from',
                type: 'date' as const,
                label: { zh: '开始（含）', en: 'From (included)' },
                admin: { date: { pickerAppearance: 'dayAndTime' as const } },
              },
              {
                name: 'to',
                type: 'date' as const,
                label: { zh: '结束（不含）', en: 'To (not included)' },
                admin: { date: { pickerAppearance: 'dayAndTime' as const } },
              },
            ],
          },
        ],
      })),
    }),
  ],
}

function provinceOnly(field: Field): Field {
  const only = plainly(province)
  return { ...field, access: { create: only, update: only } } as Field
}

function rulesField(): Field {
  return {
    name: 'rules',
    type: 'array',
    label: { zh: '报送要求', en: 'Entry rules' },
    labels: { singular: { zh: '要求', en: 'Rule' }, plural: { zh: '要求', en: 'Rules' } },
    maxRows: 80,
    admin: {
      initCollapsed: true,
      components: { RowLabel: '/src/plugins/review/admin/RuleLabel.tsx#RuleLabel' },
    },
    fields: [
      {
        type: 'row',
        fields: [
          // Text, not a select: a new rule must not need a new PostgreSQL enum value.
          {
            name: 'rule',
            type: 'text',
            required: true,
            label: { zh: '要求', en: 'Rule' },
            validate: (value: unknown) =>
              (ruleCodes as readonly unknown[]).includes(value) ||
              `没有这条要求，可用：${ruleCodes.map((code) => ruleBook[code].label.zh).join('、')} / No such rule; the codes are ${ruleCodes.join(', ')}`,
            admin: { components: { Field: '/src/plugins/review/admin/RuleField.tsx#RuleField' } },
          },
          {
            name: 'severity',
            type: 'select',
            required: true,
            defaultValue: 'blocking',
            label: { zh: '性质', en: 'Severity' },
            options: [
              { value: 'blocking', label: { zh: '必须满足', en: 'Blocking' } },
              { value: 'warning', label: { zh: '仅提醒', en: 'Warning' } },
            ],
          },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'subtype',
            type: 'text',
            maxLength: 40,
            label: { zh: '仅用于类型', en: 'Only for type' },
            admin: {
              components: { Field: '/src/plugins/review/admin/SubtypeField.tsx#SubtypeField' },
            },
          },
          { name: 'minimum', type: 'number', label: { zh: '下限', en: 'Minimum' }, admin: limit },
          { name: 'maximum', type: 'number', label: { zh: '上限', en: 'Maximum' }, admin: limit },
        ],
      },
    ],
  }
}
