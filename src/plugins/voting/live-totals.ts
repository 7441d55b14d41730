import type { PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { totalsOf } from '../../database/voting/tallies.ts'
import type { ShownTotals } from '../../domain/voting/visibility.ts'

const mostEntries = 100

export type EntryTotal = { number: number; entry: string; title: string | null; total: number }

/** Totals as somebody may see them; `at`: as of when, null for now. */
export type LiveTotals =
  | { show: 'none'; changesAt: string | null }
  | {
      show: 'before' | 'all'
      at: string | null
      changesAt: string | null
      votes: number
      voided: number
      /** Those with most votes, at most 100. */
      entries: EntryTotal[]
      /** How many more there are. */
      more: number
    }

export async function entryTotals(
  req: PayloadRequest,
  round: number,
  shown: ShownTotals,
): Promise<LiveTotals> {
  const changesAt = shown.changesAt?.toISOString() ?? null
  if (shown.show === 'none') return { show: 'none', changesAt }
  const totals = await totalsOf(runIn(req), round, shown)
  const names = await query<Omit<EntryTotal, 'total'>>(
    req,
    sql`select c.number, c.entry, s.card ->> 'title' as title
      from ballot_candidates c left join showcase_entries s on s.id = c.entry where c.round_id = ${round}`,
  )
  const entries = names
    .map((one) => ({ ...one, total: totals.get(one.number)?.total ?? 0 }))
    .sort((a, b) => b.total - a.total || a.number - b.number)
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  return {
    show: shown.show,
    at: shown.show === 'before' ? shown.before.toISOString() : null,
    changesAt,
    votes: sum(entries.map(({ total }) => total)),
    voided: sum([...totals.values()].map(({ voided }) => voided)),
    entries: entries.slice(0, mostEntries),
    more: Math.max(0, entries.length - mostEntries),
  }
}
