import type { VoteFact } from '../../../domain/judging/locked.ts'
import type { RunIn } from '../../run-in.ts'
import { roundLocks } from '../../voting/locks.ts'

/**
 * `open`: votes may still be cast. `unsealed`: some votes are not under any head of the ledger yet, which
 * is a matter of a minute.
 */
export type FinalVotes =
  { state: 'open' | 'unsealed' } | { state: 'final'; fact: VoteFact; byEntry: Map<string, number> }

type Place = { tx: string; id: string }

/**
 * The votes of a round that stand, counted from the ledger itself once it is closed: tallies are folded in
 * a little later. In a transaction of their own or another's, which holds back the round's ballots meanwhile.
 */
export async function finalVotes(run: RunIn, round: number): Promise<FinalVotes> {
  const [stage] = await run<{ slug: string; over: boolean }>(
    `select slug, state = 'closed' or (policy -> 'window' ->> 'to')::timestamptz <= ballot_clock() as over
      from ballot_rounds where round_id = $1`,
    [round],
  )
  if (!stage?.over) return { state: 'open' }
  // A batch that was judged in time may still be on its way: it is waited for.
  await run(`select pg_advisory_xact_lock(${roundLocks}, $1::int)`, [round])
  const rows = await run<{ entry: string; votes: number }>(
    `select c.entry, (coalesce(v.count, 0) - coalesce(o.count, 0))::int as votes from ballot_candidates c
      left join (select number, count(*) from votes where round_id = $1 group by 1) v using (number)
      left join (select number, count(*) from vote_voids where round_id = $1 group by 1) o using (number)
      where c.round_id = $1`,
    [round],
  )
  const byEntry = new Map(rows.map(({ entry, votes }) => [entry, votes]))
  const total = rows.reduce((sum, { votes }) => sum + votes, 0)
  const vote = await lastOf(run, 'votes', round)
  if (!vote) return { state: 'final', byEntry, fact: { round: stage.slug, head: null, total } }
  const voided = await lastOf(run, 'vote_voids', round)
  const [head] = await run<{ number: number; root: string }>(
    `select number, encode(root, 'hex') as root from ledger_heads
      where (votes_tx, votes_id) >= ($1::bigint, $2::bigint) and (voids_tx, voids_id) >= ($3::bigint, $4::bigint)
      order by number limit 1`,
    [vote.tx, vote.id, voided?.tx ?? 0, voided?.id ?? 0],
  )
  if (!head) return { state: 'unsealed' }
  return { state: 'final', byEntry, fact: { round: stage.slug, head: { ...head }, total } }
}

async function lastOf(
  run: RunIn,
  table: 'votes' | 'vote_voids',
  round: number,
): Promise<Place | null> {
  const [last] = await run<Place>(
    // Named with its table: `order by tx` alone means the text of that name, where 99 comes after 100.
    `select l.tx::text as tx, l.id::text as id from ${table} l where l.round_id = $1
      order by l.tx desc, l.id desc limit 1`,
    [round],
  )
  return last ?? null
}
