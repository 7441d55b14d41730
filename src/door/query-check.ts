import * as qs from 'qs-esm'
import { scanJson } from './json-scan.ts'
import { queryWords } from './query-words.ts'
import { TurnedAway } from './turn-away.ts'
import { checkWhere } from './where-check.ts'

export const queryLimits = {
  /** Bytes of a query string in an address; as a form's body four times as much. */
  address: 16 * 1024,
  body: 64 * 1024,
  parameters: 500,
  nesting: 10,
  limit: 100,
  depth: 3,
  page: 1_000_000,
  sortKeys: 5,
}

type Fault = { code: string; part: string; limit?: number }

type Query = Record<string, unknown>

const flags = ['draft', 'trash', 'pagination', 'autosave', 'overrideLock', 'flattenLocales']
const sortKey = /^-?[A-Za-z0-9_.-]+$/

/**
 * Checks a query string of the staff API the way Payload will read it (the same parser, the same
 * options), so that what is malformed or without bounds is a 400 with a sentence.
 *
 * @param search with or without `?`
 * @returns what was read
 * @throws TurnedAway 400
 */
export function checkQuery(search: string): Query {
  const text = search.replace(/^\?/, '')
  const fault = checkText(text)
  if (fault) throw turnedAway(fault)
  const query = parse(text)
  const found = checkParameters(query)
  if (found) throw turnedAway(found)
  return query
}

/** Sets one plain parameter of a query string, whatever it said before. */
export function withParameter(search: string, name: string, value: string): string {
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair && ![name, `[${name}]`].includes(decoded(pair.split('=', 1)[0]!) ?? ''))
  return `?${[...kept, `${name}=${value}`].join('&')}`
}

// Read in payload/dist/utilities/createPayloadRequest.js.
function parse(text: string): Query {
  return qs.parse(text, { allowEmptyArrays: true, arrayLimit: 1000, depth: queryLimits.nesting })
}

function checkText(text: string): Fault | undefined {
  const pairs = text.split('&')
  if (pairs.length > queryLimits.parameters) {
    return { code: 'too-many-parameters', part: '', limit: queryLimits.parameters }
  }
  for (const pair of pairs) {
    const plain = decoded(pair)
    if (plain === undefined) return { code: 'escape', part: pair }
    if (plain.includes('\0')) return { code: 'nul', part: plain.replaceAll('\0', '␀') }
    const key = decoded(pair.split('=', 1)[0]!) ?? ''
    if (key.split('[').length - 1 > queryLimits.nesting) {
      return { code: 'too-deep', part: key, limit: queryLimits.nesting }
    }
  }
  return undefined
}

function checkParameters(query: Query): Fault | undefined {
  for (const name of [...flags, 'limit', 'depth', 'page', 'locale', 'fallback-locale']) {
    if (name in query && typeof query[name] !== 'string') return { code: 'single', part: name }
  }
  for (const name of flags) {
    if (name in query && !['true', 'false', ''].includes(String(query[name]))) {
      return { code: 'flag', part: name }
    }
  }
  return checkPages(query, '') ?? checkDepth(query) ?? checkJoins(query.joins) ?? checkData(query)
}

// `limit` itself is asked for in bounded-list.ts: what it may be depends on who asks for what.
function checkPages(query: Query, prefix: string): Fault | undefined {
  const { page, sort, where } = query
  const name = (key: string) => (prefix ? `${prefix}[${key}]` : key)
  if (page !== undefined && !isWhole(page, 1, queryLimits.page)) {
    return { code: 'page', part: name('page'), limit: queryLimits.page }
  }
  return checkSort(sort, name('sort')) ?? checkConditions(where, name('where'))
}

function checkDepth({ depth }: Query): Fault | undefined {
  if (depth === undefined || isWhole(depth, 0, queryLimits.depth)) return undefined
  return { code: 'depth', part: 'depth', limit: queryLimits.depth }
}

function checkSort(sort: unknown, part: string): Fault | undefined {
  if (sort === undefined || sort === '') return undefined
  const keys = (Array.isArray(sort) ? sort : [sort]).flatMap((key) =>
    typeof key === 'string' ? key.split(',') : [undefined],
  )
  const fine =
    keys.length <= queryLimits.sortKeys && keys.every((key) => key && sortKey.test(key.trim()))
  return fine ? undefined : { code: 'sort', part, limit: queryLimits.sortKeys }
}

function checkConditions(where: unknown, part: string): Fault | undefined {
  if (where === undefined || where === '') return undefined
  if (typeof where !== 'string') return checkWhere(where)
  if (scanJson(where, { depth: 32, values: 1_000 })) return { code: 'json', part }
  return checkWhere(JSON.parse(where))
}

function checkJoins(joins: unknown): Fault | undefined {
  if (joins === undefined || joins === 'false') return undefined
  if (typeof joins !== 'object' || joins === null) return { code: 'shape', part: 'joins' }
  for (const [name, join] of Object.entries(joins)) {
    if (join === 'false') continue
    if (typeof join !== 'object' || join === null) return { code: 'shape', part: `joins[${name}]` }
    const { limit } = join as Query
    if (limit !== undefined && !isWhole(limit, 1, queryLimits.limit)) {
      return { code: 'limit', part: `joins[${name}][limit]`, limit: queryLimits.limit }
    }
    const fault = checkPages(join as Query, `joins[${name}]`)
    if (fault) return fault
  }
  return undefined
}

function checkData({ data }: Query): Fault | undefined {
  if (data === undefined || data === '') return undefined
  return typeof data === 'string' && !scanJson(data) ? undefined : { code: 'json', part: 'data' }
}

/** Whether a parameter is a whole number within bounds, in plain decimal. */
export function isWhole(value: unknown, least: number, most: number): boolean {
  if (typeof value !== 'string' || !/^\d{1,7}$/.test(value)) return false
  return Number(value) >= least && Number(value) <= most
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/** The 400 for one fault of a query. */
export function turnedAway({ code, part, limit }: Fault): TurnedAway {
  const words = queryWords[code]!(part.slice(0, 80), limit)
  return new TurnedAway(400, words, code)
}
