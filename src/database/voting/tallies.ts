import type { ShownTotals } from '../../domain/voting/visibility.ts'
import { rowsOf, type Db } from './run.ts'

/** What a work has: `total` is `votes` less `voided`, all of them as of the same time. */
export type EntryTotals = {
  total: number
  votes: number
  voided: number
  voidedBy: Record<string, number>
}

/** The totals of a round that may be shown, by the works' numbers; empty: none. Works without votes may lack. */
export async function totalsOf(
  db: Db,
  round: number,
  shown: ShownTotals,
): Promise<Map<number, EntryTotals>> {
  if (shown.show === 'none') return new Map()
  const [text, values] =
    shown.show === 'all' ? [now, [round]] : [before, [round, shown.before.toISOString()]]
  const [row] = await rowsOf<Columns>(db, text, values)
  return totalsIn(row!)
}

/** A round's works side by side, as PostgreSQL writes arrays; null: none. `voids`: JSON, of those that have any. */
type Columns = { numbers: string | null; totals: string | null; voids: string | null }

// One row for all works: `pg` makes an object of each row, which took longer than to find them.
const now = `
  select array_agg(number)::text as numbers, array_agg(votes - voided)::text as totals,
    (json_agg(json_build_array(number, voided_by)) filter (where voided > 0))::text as voids
  from vote_tallies where round_id = $1::int`

// A moment after the time of day its totals are not made yet: those of the day before stand until then.
const before = `
  with last as materialized (
    select max(before) as before from vote_daily_totals where round_id = $1::int and before <= $2::timestamptz
  ), voids as (
    select number, json_object_agg(class, count) as voided_by from (
      select number, class, count(*)::int as count from vote_voids
      where round_id = $1::int and at < (select before from last) group by 1, 2) by_class group by 1
  )
  select array_agg(number)::text as numbers, array_agg(total)::text as totals,
    (select json_agg(json_build_array(number, voided_by))::text from voids) as voids
  from vote_daily_totals where round_id = $1::int and before = (select before from last)`

function totalsIn({ numbers, totals, voids }: Columns): Map<number, EntryTotals> {
  const works = new Map<number, EntryTotals>()
  if (numbers === null) return works
  const counts = numbersIn(totals!)
  for (const [at, number] of numbersIn(numbers).entries()) {
    const total = counts[at]!
    works.set(number, { total, votes: total, voided: 0, voidedBy: {} })
  }
  for (const [number, voidedBy] of JSON.parse(voids ?? '[]') as [
    number,
    Record<string, number>,
  ][]) {
    const work = works.get(number)
    if (!work) continue
    work.voidedBy = voidedBy
    work.voided = Object.values(voidedBy).reduce((sum, one) => sum + one, 0)
    work.votes += work.voided
  }
  return works
}

const numbersIn = (array: string): number[] => array.slice(1, -1).split(',').map(Number)
