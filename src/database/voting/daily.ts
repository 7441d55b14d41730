import type { Db } from './seal/db.ts'

// No batch takes as long: its statements are cut off before.
const settlesWithin = 30_000

/**
 * Keeps the totals of a round as they stood at an instant, once and for all: when the tallies are past
 * it by longer than any batch may take, and nothing of before it waits behind a longer transaction. False:
 * not yet, ask again.
 *
 * @param before a whole minute
 */
export async function keepDailyTotals(db: Db, round: number, before: Date): Promise<boolean> {
  const { rows: known } = await db.query(
    `select 1 from vote_daily_totals where round_id = $1 and before = $2 limit 1`,
    [round, before],
  )
  if (known.length > 0) return true
  // One statement, one moment: what the fold adds meanwhile is in all of it or in nothing.
  const { rowCount } = await db.query(
    `insert into vote_daily_totals (round_id, before, number, total)
     select c.round_id, $2, c.number, coalesce(t.votes, 0) - coalesce(t.voided, 0)
       - coalesce((select sum(m.votes) from vote_minutes m
           where m.round_id = $1 and m.minute >= $2 and m.number = c.number), 0)
       + (select count(*) from vote_voids v, vote_progress p where v.round_id = $1 and v.number = c.number
           and v.at >= $2 and p.name = 'fold' and v.tx < p.tx)
     from ballot_candidates c left join vote_tallies t using (round_id, number)
     where c.round_id = $1 and exists (select from vote_progress
       where name = 'fold' and at > $2::timestamptz + $3 * interval '1 millisecond')
       -- Any transaction that writes keeps the fold from what came after its beginning, for as long as it runs.
       and not exists (select from votes v where v.round_id = $1 and v.at < $2
         and v.tx >= (select tx from vote_progress where name = 'fold'))
       and not exists (select from vote_voids v where v.round_id = $1 and v.at < $2
         and v.tx >= (select tx from vote_progress where name = 'fold'))
     on conflict do nothing`,
    [round, before, settlesWithin],
  )
  return (rowCount ?? 0) > 0
}
