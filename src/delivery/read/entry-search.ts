import type { Core } from '../core.ts'
import {
  marksInto,
  nameOf,
  orderOf,
  shown,
  type EntryRow,
  type Mark,
  type Statement,
  type Walk,
} from './entry-order.ts'
import { entriesOf, scopeConditions, whereOf } from './entry-walk.ts'

type GramColumn = 'title' | 'people' | 'all'

/** A `tsquery` and where it must, and must not, be found. */
export type Grams = { query: string; in: GramColumn; notIn: readonly GramColumn[] }

export type Search = Walk & { grams: Grams }

// Rows that the index of grams finds are read in no order, 5 to 25 µs each; rows along an order cost
// 1 µs with the grams of a title and 13 µs with those of a whole text (PostgreSQL 18, 100,000 entries).
const fewHits = 100
const farthest = { title: 5_000, people: 5_000, all: 2_000 }

/**
 * The matches along an order. A rare word is looked up; a common one is met by walking, and lies close;
 * for what is neither all matches are looked up and sorted. What the planner would guess of a word that
 * it has not counted is wrong by a thousand times, so it is not asked.
 */
export async function searchAlong(
  { database, words }: Pick<Core, 'database' | 'words'>,
  search: Search,
): Promise<EntryRow[]> {
  const read = <Row extends EntryRow>({ name, text, values }: Statement) =>
    database.read<Row>(name, text, values)
  const wasCommon = words.isCommon(search)
  if (!wasCommon) {
    const few = await read<EntryRow & { hits: number }>(hitsStatement(search, fewHits))
    if ((few[0]?.hits ?? 0) <= fewHits) return few
  }
  const near = await read(nearStatement(search))
  const isCommon = near.length === search.take
  if (isCommon !== wasCommon) words.learn(search, isCommon)
  return isCommon ? near : read(hitsStatement(search))
}

/** By the index of grams; with `most` only so many are looked at, and one more tells that there are more. */
function hitsStatement(search: Search, most?: number): Statement {
  const values: unknown[] = []
  const mark = marksInto(values)
  const { scope, grams, take } = search
  const { keys, shownKeys, byKeys, bounds } = orderOf(search, 'e', mark)
  const where = [
    ...scopeConditions(scope, 'e', mark),
    ...gramConditions(grams, 'e', mark),
    ...bounds,
  ]
  const limit = most === undefined ? '' : ` limit ${most + 1}`
  const text = `with hits as materialized (select e.id, ${keys} from ${entriesOf(scope)}${whereOf(where)}${limit})
    select ${shown}${shownKeys('w')}, w.hits::integer as hits
    from (select w.*, (select count(*) from hits) as hits from hits w order by ${byKeys} limit ${take}) w
    join showcase_entries e on e.id = w.id order by ${byKeys}`
  return { name: nameOf(search, ` hits ${grams.in} ${grams.notIn.length} ${most}`), text, values }
}

/** Along the order, no farther than is worth it. */
function nearStatement(search: Search): Statement {
  const values: unknown[] = []
  const mark = marksInto(values)
  const { scope, grams, take } = search
  const { keys, shownKeys, by, byKeys, bounds } = orderOf(search, 'e', mark)
  const where = [...scopeConditions(scope, 'e', mark), ...bounds]
  const columns = [grams.in, ...grams.notIn].map((one) => `e.${one}_grams`).join(', ')
  const text = `select ${shown}${shownKeys('w')} from (
      select * from (
        select e.id, ${keys}, ${columns} from ${entriesOf(scope)}${whereOf(where)}
        order by ${by} limit ${farthest[grams.in]}
      ) w where ${gramConditions(grams, 'w', mark).join(' and ')} limit ${take}
    ) w join showcase_entries e on e.id = w.id order by ${byKeys}`
  return { name: nameOf(search, ` near ${grams.in} ${grams.notIn.length}`), text, values }
}

// In a select of its own the word is no constant to the planner, which then takes it for a rare one.
function gramConditions({ query, in: found, notIn }: Grams, row: 'e' | 'w', mark: Mark): string[] {
  const word = `(select ${mark(query, 'tsquery')})`
  return [
    `${row}.${found}_grams @@ ${word}`,
    ...notIn.map((one) => `not ${row}.${one}_grams @@ ${word}`),
  ]
}
