import { entryKindList, entryKinds } from '../../domain/kinds.ts'
import { ageGroups } from '../../domain/participation/age.ts'
import { purposes, purposeWords } from '../../domain/participation/consents.ts'
import { everyOwnField, ownFieldsOf } from '../../domain/participation/own-fields.ts'
import type { FieldShape } from '../../domain/rules/index.ts'
import type { Schema } from './schema.ts'
import { said } from './shape.ts'

const fileReference: Schema = {
  anyOf: [
    { type: 'integer', minimum: 1, maximum: 999_999_999 },
    {
      type: 'object',
      required: ['upload'],
      additionalProperties: false,
      properties: { upload: { type: 'string', pattern: '^[0-9a-f]{32}$' } },
    },
    { type: 'null' },
  ],
}
const { anyOf: references } = fileReference as { anyOf: Schema[] }

// What may be put into a row of each list of rows.
const rows: Readonly<Record<string, Record<string, Schema>>> = {
  authors: {
    id: { type: ['string', 'null'], maxLength: 40 },
    name: { type: ['string', 'null'], maxLength: 50 },
    workplace: { type: ['string', 'null'], maxLength: 200 },
    phone: { type: ['string', 'null'], maxLength: 200 },
  },
  selfAssessment: {
    id: { type: ['string', 'null'], maxLength: 40 },
    indicator: { type: ['string', 'null'], maxLength: 200 },
    fullMarks: { type: ['number', 'null'] },
    weight: { type: ['number', 'null'] },
    marks: { type: ['number', 'null'] },
    evidence: { type: ['string', 'null'], maxLength: 2_000 },
  },
}

const written: Record<FieldShape, (name: string) => Schema> = {
  text: () => ({ type: ['string', 'null'], maxLength: 2_000 }),
  longText: () => ({ type: ['string', 'null'], maxLength: 20_000 }),
  number: () => ({ type: ['number', 'null'], minimum: 0, maximum: 2_000_000_000 }),
  date: () => ({ type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  declaration: () => ({ type: 'boolean' }),
  file: () => fileReference,
  files: () => ({ type: 'array', maxItems: 20, items: { anyOf: references.slice(0, 2) } }),
  texts: () => ({ type: 'array', maxItems: 40, items: { type: 'string', maxLength: 200 } }),
  rows: (name) => ({
    type: 'array',
    maxItems: 60,
    items: { type: 'object', additionalProperties: false, properties: rows[name] },
  }),
}

const shown: Partial<Record<FieldShape, Schema>> = {
  file: { anyOf: [{ $ref: 'OwnFile#' }, { type: 'null' }] },
  files: { type: 'array', items: { $ref: 'OwnFile#' } },
  rows: { type: 'array', items: { type: 'object' } },
}

/** A field as the answer shows it. */
export function shownField(name: string, shape: FieldShape): Schema {
  return { description: kindsWith(name), ...(shown[shape] ?? written[shape](name)) }
}

const fields = Object.fromEntries(
  Object.entries(everyOwnField).map(([name, shape]) => [
    name,
    { description: kindsWith(name), ...written[shape](name) },
  ]),
)

const slug: Schema = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 60 }

const consents: Schema = {
  description:
    '各项同意；未给出的不变 / Consents; what is not given stays. termsVersion: 所同意的参加须知版本',
  type: 'object',
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(
      purposes.map((one) => [one, { type: 'boolean', description: said(purposeWords[one]) }]),
    ),
    termsVersion: { type: ['string', 'null'], maxLength: 40 },
  },
}

/** What a PATCH may write; a field that is not given stays as it was. */
export const changeBody = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...fields,
    track: { ...slug, description: '子项目（slug） / A track, by its slug' },
    campaign: { ...slug, description: '子项目所属活动，默认最新 / Its campaign; the newest' },
    unit: {
      type: 'integer',
      minimum: 1,
      maximum: 999_999,
      description: '初审单位（id），默认接入方指定的 / The unit that reviews first; the client’s',
    },
    title: { type: 'string', minLength: 1, maxLength: 200, description: '标题 / Title' },
    ageGroup: { anyOf: [{ type: 'string', enum: ageGroups }, { type: 'null' }] },
    consents,
  },
} as const satisfies Schema

/** What a POST writes: the same, and what it is to be. */
export const createBody = {
  ...changeBody,
  required: ['kind', 'track'],
  properties: {
    ...changeBody.properties,
    kind: { type: 'string', enum: entryKindList, description: '作品类别 / The kind of work' },
  },
} as const satisfies Schema

function kindsWith(name: string): string {
  const kinds = entryKindList.filter((kind) => Object.hasOwn(ownFieldsOf(kind), name))
  if (kinds.length === entryKindList.length) return '各类作品 / All kinds'
  return `${kinds.map((kind) => entryKinds[kind].label.zh).join('、')} / ${kinds.join(', ')}`
}
