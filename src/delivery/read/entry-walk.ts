import type { Place } from '../cursor.ts'
import type { Scope } from './entry-scope.ts'
import type { Shuffle } from './shuffle.ts'

type GramColumn = 'title' | 'people' | 'all'

/** One walk along one order of the entries. */
export type Walk = {
  order: 'newest' | 'votes' | Shuffle
  scope: Scope
  /** Begins behind this place… */
  after?: Place | undefined
  /** …and ends before that one. */
  before?: Place | undefined
  grams?: { query: string; in: GramColumn; notIn: readonly GramColumn[] }
  take: number
}

export type Statement = { name: string | undefined; text: string; values: unknown[] }

export type EntryRow = {
  card: string
  votes: number | null
  award: string | null
  /** The terms of the order, where there are as many. */
  k0: string | number
  k1: string
  k2?: string
}

type Term = { text: string; type: string }

// A statement is prepared once on each connection: not for every length of a page.
const commonTakes = new Set([2, 3, 6, 7, 9, 11, 13, 16, 17, 21, 25, 31, 41, 51, 61, 101])

/**
 * The statement of a walk. Each plain shape runs along one index and reads as many rows as it gives,
 * however many there are (prepared, one plan for all values); with a theme, an award or a search beside,
 * the planner chooses by how common the values are (planned each time).
 */
export function statementOf(walk: Walk): Statement {
  const { order, scope, after, before, grams, take } = walk
  const values: unknown[] = []
  const value = (one: unknown, type: string) => `$${values.push(one)}::${type}`
  const isDescending = typeof order === 'string' || order.isDescending
  const direction = isDescending ? 'desc' : 'asc'

  const hasUnit = scope.unit !== undefined
  const hasRest = scope.theme !== undefined || scope.award !== undefined || grams !== undefined
  // A unit's entries lie in order of publication beside the table itself.
  const byPlace = hasUnit && order === 'newest' && !grams
  const row = byPlace ? 'p' : 'e'
  const terms = termsOf(order, row)
  const key = `(${terms.map(({ text }) => text).join(', ')})`
  const ordered = terms.map(({ text }) => `${text} ${direction}`).join(', ')
  const place = (one: Place) => `(${terms.map(({ type }, at) => value(one[at], type)).join(', ')})`

  const many = scope.tracks !== null && scope.tracks.length > 1
  // A walk for each track and the first of all of them: each along its own part of the index.
  const eachTrack = many && !grams && (!hasUnit || byPlace)
  const tables = byPlace
    ? `showcase_places p${hasRest ? ' join showcase_entries e on e.id = p.id' : ''}`
    : `showcase_entries e${hasUnit ? ' join showcase_places p on p.id = e.id' : ''}`
  const tracks = eachTrack ? value(scope.tracks, 'integer[]') : ''
  const where = [
    hasUnit && `p.unit_id = ${value(scope.unit, 'integer')}`,
    eachTrack && `${row}.track_id = t.track`,
    many && !eachTrack && `${row}.track_id = any(${value(scope.tracks, 'integer[]')})`,
    scope.tracks?.length === 1 && `${row}.track_id = ${value(scope.tracks[0], 'integer')}`,
    scope.theme !== undefined && `e.theme = ${value(scope.theme, 'text')}`,
    scope.award !== undefined && `e.award_level = ${value(scope.award, 'text')}`,
    grams && `e.${grams.in}_grams @@ ${value(grams.query, 'tsquery')}`,
    ...(grams?.notIn.map((one) => `not e.${one}_grams @@ ${value(grams.query, 'tsquery')}`) ?? []),
    after && `${key} ${isDescending ? '<' : '>'} ${place(after)}`,
    before && `${key} ${isDescending ? '>' : '<'} ${place(before)}`,
  ].filter((one) => typeof one === 'string')
  const from = `from ${tables}${where.length > 0 ? ` where ${where.join(' and ')}` : ''}`
  const end = `order by ${ordered} limit ${take}`
  const shown = 'e.card::text as card, e.votes, e.award::text as award'

  if (!eachTrack && !byPlace && !hasUnit && !hasRest) {
    const keys = terms.map(({ text, type }, at) => `${shownTerm(text, type)} as k${at}`)
    const text = `select ${shown}, ${keys.join(', ')} ${from} ${end}`
    return { name: nameOf(walk, true), text, values }
  }
  // Cards are made into text of those rows only that are shown: a sort would have it done with all.
  const keys = terms.map(({ text }, at) => `${text} as k${at}`).join(', ')
  const names = terms.map((_term, at) => `k${at}`)
  const inner = `select ${row}.id, ${keys} ${from} ${end}`
  const found = eachTrack
    ? `select w.* from unnest(${tracks}) t(track) cross join lateral (${inner}) w
       order by ${names.map((name) => `w.${name} ${direction}`).join(', ')} limit ${take}`
    : inner
  const text = `select ${shown}, ${terms.map(({ type }, at) => `${shownTerm(`w.k${at}`, type)} as k${at}`).join(', ')}
    from (${found}) w join showcase_entries e on e.id = w.id
    order by ${names.map((name) => `w.${name} ${direction}`).join(', ')}`
  return { name: nameOf(walk, !hasRest && (!hasUnit || byPlace)), text, values }
}

function termsOf(order: Walk['order'], row: string): Term[] {
  const id = { text: `${row}.id`, type: 'text' }
  if (typeof order === 'object') {
    return [{ text: `hashtextextended(${row}.id, ${order.number})`, type: 'bigint' }, id]
  }
  const published = { text: `${row}.published_at`, type: 'timestamptz' }
  if (order === 'newest') return [published, id]
  return [{ text: `coalesce(${row}.votes, 0)`, type: 'integer' }, published, id]
}

// As text they come back exactly as they went out, and nobody parses a date that nobody reads.
function shownTerm(text: string, type: string): string {
  return type === 'timestamptz' ? `${text}::text` : text
}

function nameOf({ order, scope, after, before, take }: Walk, isPlain: boolean): string | undefined {
  if (!isPlain || !commonTakes.has(take)) return undefined
  const along =
    typeof order === 'string' ? order : `shuffle ${order.number} ${order.isDescending ? '-' : '+'}`
  const tracks = scope.tracks === null ? 'all' : scope.tracks.length === 1 ? 'one' : 'many'
  const unit = scope.unit === undefined ? '' : ' unit'
  return `${along} ${tracks}${unit}${after ? ' >' : ''}${before ? ' <' : ''} ${take}`
}
