import type { CollectionConfig, Field } from 'payload'
import { nobody, province } from '../../access/person.ts'
import { plainly } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import {
  clientKinds,
  clientKindWords,
  rateTiers,
  rateTierWords,
  scopes,
  scopeWords,
} from '../../domain/participation/clients.ts'
import { keyEndpoints } from './keys-endpoints.ts'
import { chosenFrom } from '../../fields/choices.ts'
import { textLimits } from '../../fields/text-limits.ts'

/** Who may bring participants: the App, the official account, an H5 site. Keys are kept apart. */
export const ApiClients: CollectionConfig = {
  slug: 'api-clients',
  labels: {
    singular: { zh: '接入方', en: 'Client' },
    plural: { zh: '接入方', en: 'Clients' },
  },
  access: {
    create: province as () => boolean,
    read: province,
    update: province,
    // Works and consents name the client they came through: it is switched off, never removed.
    delete: nobody as () => boolean,
    readVersions: nobody as () => boolean,
    admin: plainly(province),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('editor', 'judge', 'supervisor'),
    useAsTitle: 'name',
    group: { zh: '活动设置', en: 'Campaign' },
    defaultColumns: ['name', 'clientId', 'kind', 'active', 'expiresAt'],
  },
  endpoints: keyEndpoints,
  disableDuplicate: true,
  disableBulkEdit: true,
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: textLimits.line,
      label: { zh: '名称', en: 'Name' },
    },
    {
      name: 'clientId',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 60,
      label: { zh: '标识（令牌的 iss）', en: 'Id (a token’s iss)' },
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[a-z0-9][a-z0-9-]{1,59}$/.test(value)) ||
        '2 至 60 个小写字母、数字和连字符 / 2 to 60 lower-case letters, digits and hyphens',
    },
    oneOf('kind', { zh: '类型', en: 'Kind' }, clientKinds, clientKindWords, 'app'),
    severalOf('scopes', { zh: '权限', en: 'Scopes' }, scopes, scopeWords),
    {
      name: 'origins',
      type: 'text',
      hasMany: true,
      maxRows: 20,
      maxLength: textLimits.line,
      label: { zh: '网页来源', en: 'Origins' },
      admin: {
        description: {
          zh: '接入方网页的来源，如 https://app.example.org，输入后回车；App 不需要',
          en: 'Of the client’s pages, like https://app.example.org, each with Enter; an App needs none',
        },
      },
      validate: (values: unknown) =>
        ((values ?? []) as unknown[]).every(isOrigin) ||
        '应为 https://app.example.org 这样的来源 / Origins like https://app.example.org',
    },
    oneOf('rateTier', { zh: '限流档', en: 'Rate tier' }, rateTiers, rateTierWords, 'normal'),
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'units',
      label: { zh: '默认初审单位', en: 'Unit that reviews first by default' },
      admin: {
        description: {
          zh: '参与者未选择单位时使用；留空则必须选择',
          en: 'For participants who choose none; empty: they must choose',
        },
      },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { zh: '启用', en: 'Active' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'expiresAt',
      type: 'date',
      label: { zh: '有效期至', en: 'Expires' },
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'keys',
      type: 'ui',
      admin: { components: { Field: '/src/plugins/participation/admin/Keys.tsx#Keys' } },
    },
    {
      name: 'note',
      type: 'textarea',
      maxLength: textLimits.paragraph,
      label: { zh: '备注', en: 'Note' },
    },
  ],
}

type Labels = Record<string, { zh: string; en: string }>

// Texts, not selects: a new kind must not need a new PostgreSQL enum value.
function oneOf(
  name: string,
  label: { zh: string; en: string },
  values: readonly string[],
  labels: Labels,
  defaultValue: string,
): Field {
  return {
    name,
    type: 'text',
    required: true,
    defaultValue,
    label,
    validate: (value: unknown) => values.includes(value as string) || notOneOf(values),
    admin: { components: chosenFrom(values, labels) },
  }
}

function severalOf(
  name: string,
  label: { zh: string; en: string },
  values: readonly string[],
  labels: Labels,
): Field {
  return {
    name,
    type: 'text',
    hasMany: true,
    maxRows: values.length,
    label,
    validate: (given: unknown) =>
      ((given ?? []) as string[]).every((value) => values.includes(value)) || notOneOf(values),
    admin: { components: chosenFrom(values, labels), description: codes(values, labels) },
  }
}

// Clients and their guide name a scope by its code.
function codes(values: readonly string[], labels: Labels) {
  const told = (language: 'zh' | 'en') =>
    values.map((value) => `${labels[value]![language]} ${value}`).join('；')
  return { zh: told('zh'), en: told('en') }
}

function notOneOf(values: readonly string[]): string {
  return `应为 ${values.join('、')} / One of ${values.join(', ')}`
}

function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value
}
