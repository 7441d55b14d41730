import type { Place } from '../cursor.ts'
import type { Scope } from './entry-scope.ts'
import type { Shuffle } from './shuffle.ts'

/** One walk along one order of the entries. */
export type Walk = {
  order: 'newest' | 'votes' | Shuffle
  scope: Scope
  /** Begins behind this place… */
  after?: Place | undefined
  /** …and ends before that one. */
  before?: Place | undefined
  take: number
}

export type Statement = { name: string | undefined; text: string; values: unknown[] }

/** What is read of an entry for a list. */
export type EntryRow = {
  card: string
  votes: number | null
  award: string | null
  /** Its place in a shuffle, where it was asked for along one. */
  k0?: string
}

/** What every list shows of `showcase_entries e`. */
export const shown = 'e.card::text as card, e.votes, e.award::text as award'

/** Adds a value to a statement; gives its mark in the text. */
export type Mark = (value: unknown, type: string) => string

export const marksInto =
  (values: unknown[]): Mark =>
  (value, type) =>
    `$${values.push(value)}::${type}`

/** An order as SQL of the rows named `row` (`e`: entries, `p`: places). */
export function orderOf({ order, after, before }: Walk, row: 'e' | 'p', mark: Mark) {
  const terms = termsOf(order, row)
  const isDescending = typeof order === 'string' || order.isDescending
  const [back, forth] = isDescending ? ['>', '<'] : ['<', '>']
  const direction = isDescending ? 'desc' : 'asc'
  const key = `(${terms.map(({ text }) => text).join(', ')})`
  const place = (one: Place) => `(${terms.map(({ type }, at) => mark(one[at], type)).join(', ')})`
  return {
    /** `k0`, `k1` … as the tables have them. */
    keys: terms.map(({ text }, at) => `${text} as k${at}`).join(', '),
    /** What `placeOf` needs beside the row itself. */
    shownKeys: (of?: 'w') =>
      typeof order === 'object' ? `, ${of ? `${of}.k0` : terms[0]!.text} as k0` : '',
    by: terms.map(({ text }) => `${text} ${direction}`).join(', '),
    byKeys: terms.map((_term, at) => `w.k${at} ${direction}`).join(', '),
    bounds: [
      ...(after ? [`${key} ${forth} ${place(after)}`] : []),
      ...(before ? [`${key} ${back} ${place(before)}`] : []),
    ],
  }
}

type Term = { text: string; type: string }

function termsOf(order: Walk['order'], row: string): Term[] {
  const id = { text: `${row}.id`, type: 'text' }
  if (typeof order === 'object') {
    return [{ text: `hashtextextended(${row}.id, ${order.number})`, type: 'bigint' }, id]
  }
  const published = { text: `${row}.published_at`, type: 'timestamptz' }
  if (order === 'newest') return [published, id]
  return [{ text: `coalesce(${row}.votes, 0)`, type: 'integer' }, published, id]
}

/** The place of a row in an order: its card says it, so that it need not be read twice. */
export function placeOf(order: Walk['order'], { card, votes, k0 }: EntryRow): Place {
  const { id, publishedAt } = JSON.parse(card) as { id: string; publishedAt: string }
  if (typeof order === 'object') return [k0!, id]
  return order === 'newest' ? [publishedAt, id] : [votes ?? 0, publishedAt, id]
}

// A statement is prepared once on each connection: not for every length of a page.
const commonTakes = new Set([2, 3, 6, 7, 9, 11, 13, 16, 17, 21, 25, 31, 41, 51, 61, 101])

/** The name of a shape, equal for equal texts; none for the shapes that are planned for each value. */
export function nameOf({ order, scope, after, before, take }: Walk, more = ''): string | undefined {
  if (scope.theme !== undefined || scope.award !== undefined) return undefined
  if (!commonTakes.has(take)) return undefined
  const along =
    typeof order === 'string' ? order : `shuffle ${order.number} ${order.isDescending ? '-' : '+'}`
  const tracks = scope.tracks === null ? 'all' : scope.tracks.length === 1 ? 'one' : 'many'
  const unit = scope.unit === undefined ? '' : ' unit'
  return `${along} ${tracks}${unit}${after ? ' >' : ''}${before ? ' <' : ''} ${take}${more}`
}
