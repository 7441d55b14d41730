import { readPolicy } from '../../domain/voting/policy.ts'
import type { RoundState } from '../../domain/voting/decide.ts'
import { shownTotals } from '../../domain/voting/visibility.ts'
import { keepDailyTotals } from './daily.ts'
import type { Db } from './seal/db.ts'
import { totalsOf } from './tallies.ts'

type Row = {
  id: number
  state: RoundState
  policy: unknown
  now: Date
  entries: Record<string, number>
}

/**
 * Writes the number that everyone may see to the works that are published: `votes` of the read model holds
 * nothing else, so nothing that is made of it can tell more. Of the rounds that a work stands in, the
 * newest counts that shows its totals; without one there is no number. Heals what was taken down and
 * published again. Returns how many works it changed.
 */
export async function publishTotals(db: Db): Promise<number> {
  const { rows } = await db.query<Row>(
    `select r.round_id as id, r.state, r.policy, ballot_clock() as now,
       (select jsonb_object_agg(c.entry, c.number) from ballot_candidates c where c.round_id = r.round_id) as entries
     from ballot_rounds r where r.state <> 'draft' order by r.opened_at nulls first, r.round_id`,
  )
  const votes = new Map<string, number | null>()
  for (const { id, state, policy: data, now, entries } of rows) {
    const { policy } = readPolicy(data)
    if (!policy || !entries) continue
    const shown = shownTotals({ policy, state, who: 'anonymous', now })
    if (shown.show === 'before') await keepDailyTotals(db, id, shown.before)
    const totals = await totalsOf(db, id, shown)
    // Shown, but of no time that is settled yet: what was shown before stands.
    const isShown = shown.show === 'all' || totals.size > 0
    for (const [entry, number] of Object.entries(entries)) {
      if (isShown) votes.set(entry, totals.get(number)?.total ?? 0)
      else if (!votes.has(entry)) votes.set(entry, null)
    }
  }
  if (votes.size === 0) return 0
  const { rowCount } = await db.query(
    `with due as (
       select s.id, w.votes from showcase_entries s
       join unnest($1::text[], $2::int[]) as w (id, votes) on w.id = s.id
       where s.votes is distinct from w.votes order by s.id for update of s
     )
     update showcase_entries s set votes = due.votes from due where s.id = due.id`,
    [[...votes.keys()], [...votes.values()]],
  )
  return rowCount ?? 0
}
