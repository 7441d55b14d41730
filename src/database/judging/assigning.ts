import {
  assign,
  type DroppedPair,
  type Pair,
  type Uncovered,
} from '../../domain/judging/assignment.ts'
import type { RunIn } from '../run-in.ts'
import { readKept, readPanel, readTies } from './facts.ts'
import type { StoredRound } from './rounds.ts'

export type Reassigned = {
  ok: boolean
  seed: string
  added: Pair[]
  dropped: DroppedPair[]
  loads: Map<string, number>
  /** Works that have too few judges. When not `ok`, nothing was changed. */
  uncovered: Uncovered[]
}

type Held = Pick<StoredRound, 'id' | 'track'> & { seed: string; quorum: number }

/**
 * Brings the pairs of a round that is held up to its works and its panel: what stands stays, what is
 * missing is filled. For the transaction that changed one of them.
 *
 * @param mayMove whether pairs without marks may move so that loads are even again
 * @param partly fill what can be filled, instead of changing nothing while a work has too few judges
 */
export async function reassign(
  run: RunIn,
  { id, track, seed: base, quorum }: Held,
  { mayMove = false, partly = false } = {},
): Promise<Reassigned> {
  const place = { round: id, kind: track.kind }
  const [works, judges, kept] = [
    await readTies(run, place),
    await readPanel(run, id),
    await readKept(run, id),
  ]
  const [turn] = await run<{ turn: number }>(
    `select count(*)::int as turn from judging_log where round_id = $1`,
    [id],
  )
  // Another draw each time; the log keeps which.
  const seed = `${base}:${turn!.turn}`
  const found = assign({ works, judges, kept, quorum, seed, mayMove, partly })
  if (!found.ok) {
    const { uncovered } = found
    return { ok: false, seed, added: [], dropped: [], loads: new Map(), uncovered }
  }
  const { added, dropped, loads, uncovered } = found
  if (dropped.length > 0) {
    await run(
      `update judging_pairs p set dropped_at = clock_timestamp(), dropped_why = x.why
        from unnest($2::text[], $3::int[], $4::text[]) as x (entry, judge, why)
        where p.round_id = $1 and p.entry = x.entry and p.judge_id = x.judge and p.dropped_at is null`,
      [id, ...columns(dropped), dropped.map(({ why }) => why)],
    )
  }
  if (added.length > 0) {
    await run(
      `insert into judging_pairs (round_id, entry, judge_id)
        select $1, x.entry, x.judge from unnest($2::text[], $3::int[]) as x (entry, judge)
        on conflict (round_id, entry, judge_id) do update
          set dropped_at = null, dropped_why = null, assigned_at = clock_timestamp()`,
      [id, ...columns(added)],
    )
  }
  return { ok: true, seed, added, dropped, loads, uncovered }
}

const columns = (pairs: readonly Pair[]): [string[], number[]] => [
  pairs.map(({ work }) => work),
  pairs.map(({ judge }) => Number(judge)),
]
