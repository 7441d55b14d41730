import { entryKindList } from '../../domain/kinds.ts'
import type { Schema } from './schema.ts'

/** The parameters that lists share. */
export const limitParameter = {
  type: 'integer',
  minimum: 1,
  maximum: 100,
  default: 20,
  description: '每页条数 / How many a page',
} as const satisfies Schema

export const cursorParameter = {
  type: 'string',
  minLength: 1,
  maxLength: 1_000,
  description: '上一页的 page.next / `page.next` of the page before',
} as const satisfies Schema

export const slugParameter = {
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9-]*$',
  maxLength: 100,
} as const satisfies Schema

/** `GET /v1/entries`. */
export const entriesQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    campaign: { ...slugParameter, description: '活动（slug） / A campaign, by its slug' },
    track: {
      ...slugParameter,
      description:
        '子项目（slug）；不指定活动时为最新一届的 / A track, by its slug; of the newest campaign unless one is named',
    },
    kind: { type: 'string', enum: entryKindList, description: '作品类别 / The kind of work' },
    unit: {
      type: 'integer',
      minimum: 1,
      maximum: 999_999,
      description: '单位（id）及其下级 / A unit, by its id, and those below it',
    },
    theme: { type: 'string', minLength: 1, maxLength: 100, description: '主题 / A theme' },
    award: { type: 'string', minLength: 1, maxLength: 40, description: '奖项 / An award level' },
    q: {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      description:
        '检索：标题、作者、单位、正文；以空格分隔的各词都须出现。不指定 sort 时最相关的在前 / Search in titles, people and texts; every word must occur. Best match first unless `sort` is given',
    },
    sort: {
      type: 'string',
      enum: ['newest', 'votes', 'random'],
      description: '排序，默认 newest / The order; `newest` unless told',
    },
    seed: {
      type: 'string',
      pattern: '^[A-Za-z0-9_-]+$',
      maxLength: 64,
      description:
        '随机顺序的种子：同一种子顺序不变；只与 sort=random 同用 / The seed of the random order: the same seed, the same order',
    },
    limit: limitParameter,
    cursor: cursorParameter,
  },
} as const satisfies Schema

export type EntriesQuery = {
  campaign?: string
  track?: string
  kind?: string
  unit?: number
  theme?: string
  award?: string
  q?: string
  sort?: 'newest' | 'votes' | 'random'
  seed?: string
  limit: number
  cursor?: string
}
