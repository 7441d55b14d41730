import type { Matches } from '../cache.ts'
import type { Core } from '../core.ts'
import type { Place } from '../cursor.ts'
import { matchesOf, scopeOf, type Scope } from './entry-scope.ts'
import { placeOf, type EntryRow, type Walk } from './entry-order.ts'
import { searchAlong, type Grams } from './entry-search.ts'
import { walkStatement } from './entry-walk.ts'
import type { Question } from './question.ts'
import { shuffleOf } from './shuffle.ts'

export { questionOf, type Question } from './question.ts'

export type EntryPage = {
  /** JSON of each entry, votes and award in it. */
  items: string[]
  next: string | null
  /** Which changes make the page wrong. */
  matches: Matches
}

type Reader = Pick<Core, 'database' | 'cursors' | 'tracks' | 'words'>

/** A row, the order in which it was met, and of which of several walks. */
type Found = { row: EntryRow; order: Walk['order']; leg: number | undefined }

/** One page of published entries. */
export async function listEntries(core: Reader, question: Question): Promise<EntryPage> {
  const scope = await scopeOf(core.tracks, question)
  const matches = matchesOf(question, scope)
  const isEmpty = scope.tracks?.length === 0 || question.grams === null
  // One more than a page tells whether there is a next one.
  const found = isEmpty ? [] : await walkAlong(core, question, scope, question.limit + 1)
  const page = found.length > question.limit ? found.slice(0, question.limit) : found
  const last = found.length > question.limit ? placeBehind(page.at(-1)!) : undefined
  const seed = question.seed === undefined ? [] : [question.seed]
  return {
    items: page.map(({ row }) => itemOf(row.card, row)),
    next: last ? core.cursors.write(question.list, [...seed, ...last]) : null,
    matches,
  }
}

/** The JSON of one published entry in full, or null. */
export async function oneEntry(
  { database }: Pick<Core, 'database'>,
  id: string,
): Promise<string | null> {
  const [row] = await database.read<Pick<EntryRow, 'votes' | 'award'> & { document: string }>(
    'one entry',
    `select document::text as document, votes, award::text as award from showcase_entries where id = $1`,
    [id],
  )
  return row ? itemOf(row.document, row) : null
}

/** Votes and award change without a review, so they are put into the JSON as it goes out. */
function itemOf(json: string, { votes, award }: Pick<EntryRow, 'votes' | 'award'>): string {
  return `${json.slice(0, -1)}, "votes": ${votes}, "award": ${award}}`
}

function walkAlong(core: Reader, question: Question, scope: Scope, take: number) {
  if (question.order === 'best') return walkBest(core, question, scope, take)
  if (question.order === 'random') return walkRound(core, question, scope, take)
  const { order, after } = question
  return walk(core, { order, scope, after, take }, anywhere(question))
}

/** @param leg put before the place, when a list is made of several walks */
async function walk(
  core: Reader,
  along: Walk,
  grams: Grams | undefined,
  leg?: number,
): Promise<Found[]> {
  const rows = grams
    ? await searchAlong(core, { ...along, grams })
    : await readAlong(core.database, along)
  return rows.map((row) => ({ row, order: along.order, leg }))
}

function placeBehind({ row, order, leg }: Found): Place {
  const place = placeOf(order, row)
  return leg === undefined ? place : [leg, ...place]
}

function readAlong(database: Core['database'], along: Walk): Promise<EntryRow[]> {
  const { name, text, values } = walkStatement(along)
  return database.read<EntryRow>(name, text, values)
}

/** Once round the circle: from where the seed says to the end, and from the beginning to there. */
async function walkRound(core: Reader, question: Question, scope: Scope, take: number) {
  const order = shuffleOf(question.seed!)
  const start: Place = [order.start, '']
  const [leg = 0, ...after] = question.after ?? []
  const grams = anywhere(question)
  if (leg === 1) return walk(core, { order, scope, after, before: start, take }, grams, 1)
  const from = after.length > 0 ? after : start
  const found = await walk(core, { order, scope, after: from, take }, grams, 0)
  const left = take - found.length
  if (left === 0) return found
  return [...found, ...(await walk(core, { order, scope, before: start, take: left }, grams, 1))]
}

/** Best match first: hits in titles, then in people, then anywhere; each newest first. */
const tiers = [
  { in: 'title', notIn: [] },
  { in: 'people', notIn: ['title'] },
  { in: 'all', notIn: ['title', 'people'] },
] as const

async function walkBest(core: Reader, question: Question, scope: Scope, take: number) {
  const [from = 0, ...place] = question.after ?? []
  const found: Found[] = []
  for (let tier = Number(from); tier < tiers.length && found.length < take; tier += 1) {
    const after = tier === from && place.length > 0 ? place : undefined
    const grams = { query: question.grams!, ...tiers[tier]! }
    const along = { order: 'newest' as const, scope, after, take: take - found.length }
    found.push(...(await walk(core, along, grams, tier)))
  }
  return found
}

function anywhere({ grams }: Question): Grams | undefined {
  return typeof grams === 'string' ? { query: grams, in: 'all', notIn: [] } : undefined
}
