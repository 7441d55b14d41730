import { entryKindList } from '../../domain/kinds.ts'
import type { Schema } from './schema.ts'

const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

export const pictureSchema = {
  $id: 'Picture',
  type: 'object',
  required: ['url', 'width', 'height'],
  properties: {
    url: { type: 'string', pattern: '^/v1/media/' },
    width: { type: 'integer' },
    height: { type: 'integer' },
  },
  additionalProperties: false,
} as const satisfies Schema

/** What lists show of an entry. */
const cardProperties = {
  id: { type: 'string', examples: ['2022-PHO-000123'] },
  kind: { type: 'string', enum: entryKindList },
  title: { type: 'string' },
  summary: { type: ['string', 'null'] },
  theme: { type: ['string', 'null'] },
  track: {
    type: 'object',
    required: ['slug', 'title'],
    properties: { slug: { type: 'string' }, title: { type: 'string' } },
    additionalProperties: false,
  },
  unit: {
    type: 'object',
    required: ['id', 'name'],
    properties: { id: { type: 'integer' }, name: { type: 'string' } },
    additionalProperties: false,
  },
  authors: {
    type: 'array',
    items: {
      type: 'object',
      required: ['name', 'workplace'],
      properties: { name: { type: 'string' }, workplace: { type: ['string', 'null'] } },
      additionalProperties: false,
    },
  },
  cover: nullable({ $ref: 'Picture#' }),
  votes: { type: ['integer', 'null'], description: '票数；未公开时为 null / Votes, once shown' },
  award: { type: ['object', 'null'], additionalProperties: true, description: '奖项 / Award' },
  publishedAt: { type: 'string', format: 'date-time' },
} as const satisfies Schema

const cardNames = Object.keys(cardProperties)

export const entryCardSchema = {
  $id: 'EntryCard',
  type: 'object',
  description: '作品（列表） / An entry as lists show it',
  required: cardNames,
  properties: cardProperties,
  additionalProperties: false,
} as const satisfies Schema

export const mediaSchema = {
  $id: 'Media',
  type: 'object',
  required: ['role', 'type', 'mimeType', 'url', 'width', 'height', 'bytes', 'alt', 'sizes'],
  properties: {
    role: { type: 'string', description: '字段名 / The field that holds it' },
    type: { type: 'string', enum: ['image', 'video', 'audio'] },
    mimeType: { type: 'string' },
    url: { type: 'string', pattern: '^/v1/media/' },
    width: { type: ['integer', 'null'] },
    height: { type: ['integer', 'null'] },
    bytes: { type: ['integer', 'null'] },
    alt: { type: ['string', 'null'] },
    sizes: nullable({
      type: 'object',
      properties: {
        wide: nullable({ $ref: 'Picture#' }),
        card: nullable({ $ref: 'Picture#' }),
        thumb: nullable({ $ref: 'Picture#' }),
      },
      additionalProperties: false,
    }),
  },
  additionalProperties: false,
} as const satisfies Schema

export const bodySchema = {
  $id: 'Body',
  type: 'object',
  required: ['html', 'text'],
  properties: { html: { type: 'string' }, text: { type: 'string' } },
  additionalProperties: false,
} as const satisfies Schema

/** The whole of an entry: the card, the fields of its kind, the text and the files. */
export const entrySchema = {
  $id: 'Entry',
  type: 'object',
  description: '作品（全文） / An entry in full, with the fields of its kind',
  required: [...cardNames, 'body', 'media'],
  properties: {
    ...cardProperties,
    body: nullable({ $ref: 'Body#' }),
    media: { type: 'array', items: { $ref: 'Media#' } },
  },
  additionalProperties: true,
} as const satisfies Schema

export const entryListSchema = {
  $id: 'EntryList',
  type: 'object',
  required: ['data', 'page'],
  properties: {
    data: { type: 'array', items: { $ref: 'EntryCard#' } },
    page: {
      type: 'object',
      required: ['next'],
      properties: {
        next: { type: ['string', 'null'], description: '下一页的 cursor / The next page’s cursor' },
        seed: { type: 'string', description: '随机顺序的种子 / The seed of the random order' },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
} as const satisfies Schema
