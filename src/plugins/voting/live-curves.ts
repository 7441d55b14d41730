import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { ShownTotals } from '../../domain/voting/visibility.ts'

const minutesShown = 180

/** Votes as they were cast, voided ones with them. `minutes` is null where the present is hidden. */
export type Curves = {
  minutes: { from: string; counts: number[] } | null
  days: { day: string; count: number }[]
}

/** Only what lies before the instant up to which totals are shown. */
export async function curvesOf(
  req: PayloadRequest,
  round: number,
  shown: Exclude<ShownTotals, { show: 'none' }>,
  now: Date,
): Promise<Curves> {
  const until = shown.show === 'before' ? shown.before : null
  const days = await query<{ day: string; count: number }>(
    req,
    sql`select to_char(minute at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, sum(votes)::int as count
      from vote_minutes where round_id = ${round}
        and (${until?.toISOString() ?? null}::timestamptz is null or minute < ${until?.toISOString() ?? null}::timestamptz)
      group by 1 order by 1`,
  )
  return { days, minutes: until ? null : await minutesOf(req, round, now) }
}

async function minutesOf(
  req: PayloadRequest,
  round: number,
  now: Date,
): Promise<Curves['minutes']> {
  const first = Math.floor(now.getTime() / 60_000) - minutesShown + 1
  const from = new Date(first * 60_000).toISOString()
  const rows = await query<{ at: number; count: number }>(
    req,
    sql`select (extract(epoch from minute) / 60)::int as at, sum(votes)::int as count
      from vote_minutes where round_id = ${round} and minute >= ${from}::timestamptz group by minute`,
  )
  const counts = Array.from({ length: minutesShown }, () => 0)
  for (const { at, count } of rows) if (at - first in counts) counts[at - first] = count
  return { from, counts }
}
