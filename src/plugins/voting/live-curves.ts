import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { dayNumber } from '../../domain/phases.ts'
import { timeOn } from '../../domain/voting/policy/time-of-day.ts'
import type { ShownTotals } from '../../domain/voting/visibility.ts'

const minutesShown = 180

/** Votes as they were cast, voided ones with them. `minutes` is null where the present is hidden. */
export type Curves = {
  minutes: { from: string; counts: number[] } | null
  days: { day: string; count: number }[]
}

type Day = Curves['days'][number]

/** Only what lies before the instant up to which totals are shown. */
export async function curvesOf(
  req: PayloadRequest,
  round: number,
  shown: Exclude<ShownTotals, { show: 'none' }>,
  now: Date,
): Promise<Curves> {
  if (shown.show === 'before') {
    return { days: await daysUntil(req, round, shown.before, now), minutes: null }
  }
  const today = dayNumber(now)
  const past = await daysUntil(req, round, timeOn(today, '00:00'), now)
  const [row] = await query<{ votes: number }>(
    req,
    sql`select coalesce(sum(votes), 0)::int as votes from vote_tallies where round_id = ${round}`,
  )
  const rest = row!.votes - past.reduce((sum, { count }) => sum + count, 0)
  const days = rest > 0 ? [...past, { day: dayText(today), count: rest }] : past
  return { days, minutes: await minutesOf(req, round, now) }
}

const known = new Map<string, Day[]>()
const mostKnown = 200
// Votes are counted in a little after they were cast.
const settled = 120_000

/**
 * Votes a day up to an instant. It reads every minute of a round, and what has passed stays as it was: so
 * it is kept, and found once a day and process.
 */
async function daysUntil(
  req: PayloadRequest,
  round: number,
  until: Date,
  now: Date,
): Promise<Day[]> {
  const key = `${round} ${until.getTime()}`
  const kept = known.get(key)
  if (kept) return kept
  const days = await query<Day>(
    req,
    sql`select to_char(minute at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, sum(votes)::int as count
      from vote_minutes where round_id = ${round} and minute < ${until.toISOString()}::timestamptz
      group by 1 order by 1`,
  )
  if (now.getTime() - until.getTime() < settled) return days
  known.set(key, days)
  if (known.size > mostKnown) known.delete(known.keys().next().value!)
  return days
}

const dayText = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)

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
