import type { ShownTotals } from '../../domain/voting/visibility.ts'
import { rowsOf, type Db } from './run.ts'

/** What a work has. `total` is `votes` less `voided`; as of an earlier time only `total` is known. */
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
  if (shown.show === 'before') return dailyTotals(db, round, shown.before)
  const rows = await rowsOf<EntryTotals & { number: number }>(
    db,
    `select number, votes::float8 as votes, voided::float8 as voided, (votes - voided)::float8 as total,
       voided_by as "voidedBy" from vote_tallies where round_id = $1::int`,
    [round],
  )
  return new Map(rows.map(({ number, ...totals }) => [number, totals]))
}

// A moment after the time of day its totals are not made yet: those of the day before stand until then.
async function dailyTotals(db: Db, round: number, before: Date) {
  const rows = await rowsOf<{ number: number; total: number }>(
    db,
    `select number, total::float8 as total from vote_daily_totals where round_id = $1::int and before = (
       select max(before) from vote_daily_totals where round_id = $1::int and before <= $2::timestamptz)`,
    [round, before.toISOString()],
  )
  return new Map(
    rows.map(({ number, total }) => [number, { total, votes: total, voided: 0, voidedBy: {} }]),
  )
}
