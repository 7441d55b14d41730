import { judgeCodes } from '../../../database/judging/codes.ts'
import { readMembers } from '../../../database/judging/panel.ts'
import type { StoredRound } from '../../../database/judging/rounds.ts'
import type { RunIn } from '../../../database/run-in.ts'
import { unitsOf } from '../../../domain/judging/marks.ts'
import { scaleOf } from '../../../domain/judging/rounds.ts'

/** A judge's part of a round. `mean` and `counts` (in tens of 100 points) are of what was handed in. */
export type JudgeProgress = {
  judge: number
  code: string
  name: string
  unit: string | null
  isActive: boolean
  leftReason: string | null
  invitedAt: string | null
  remindedAt: string | null
  assigned: number
  handedIn: number
  started: number
  skipped: number
  lastAt: string | null
  mean: number | null
  counts: number[]
}

export type PairRow = {
  entry: string
  judge: number
  marks: Record<string, number> | null
  passes: boolean | null
  skippedAt: Date | null
  savedAt: Date | null
  handedInAt: Date | null
}

/** The pairs that stand, of works that stand. In a round that ranks, `handedInAt` is that of the order. */
export function readPairs(run: RunIn, { id, rules }: StoredRound): Promise<PairRow[]> {
  const handedIn = rules?.kind === 'rank' ? 'o.handed_in_at' : 'p.handed_in_at'
  const saved = rules?.kind === 'rank' ? 'o.saved_at' : 'p.saved_at'
  return run<PairRow>(
    `select p.entry, p.judge_id::int as judge, p.marks, p.passes, p.skipped_at as "skippedAt",
        ${saved} as "savedAt", ${handedIn} as "handedInAt"
      from judging_pairs p join judging_works w on w.round_id = p.round_id and w.entry = p.entry
        left join judging_orders o on o.round_id = p.round_id and o.judge_id = p.judge_id
      where p.round_id = $1 and p.dropped_at is null and w.gone_at is null`,
    [id],
  )
}

export async function progressOf(
  run: RunIn,
  round: StoredRound,
  pairs: readonly PairRow[],
): Promise<JudgeProgress[]> {
  const codes = await judgeCodes(run, round.id)
  const members = await readMembers(run, round.id)
  const byJudge = new Map<number, PairRow[]>()
  for (const pair of pairs) {
    const list = byJudge.get(pair.judge)
    if (list) list.push(pair)
    else byJudge.set(pair.judge, [pair])
  }
  return members.map((member) => {
    const own = byJudge.get(member.judge) ?? []
    const done = own.filter(({ handedInAt }) => handedInAt !== null)
    const last = own.flatMap(({ savedAt }) => (savedAt ? [new Date(savedAt).getTime()] : []))
    return {
      ...{ judge: member.judge, code: codes.get(member.judge) ?? '', name: member.name },
      ...{ unit: member.unit, isActive: member.active && member.leftAt === null },
      leftReason: member.leftAt === null ? null : (member.leftReason ?? ''),
      ...{ invitedAt: isoOf(member.invitedAt), remindedAt: isoOf(member.remindedAt) },
      ...{ assigned: own.length, handedIn: done.length },
      started: own.filter(({ savedAt, handedInAt }) => savedAt && !handedInAt).length,
      skipped: own.filter(({ skippedAt, handedInAt }) => skippedAt && !handedInAt).length,
      lastAt: last.length > 0 ? new Date(Math.max(...last)).toISOString() : null,
      ...spreadOf(pointsOf(round, done)),
    }
  })
}

/** Points of 100 of what was handed in; none in a round that ranks. */
export function pointsOf({ rules }: StoredRound, done: readonly PairRow[]): number[] {
  if (!rules || rules.kind === 'rank') return []
  const scale = scaleOf(rules.criteria)
  return done.flatMap(({ marks, passes }) => {
    if (rules.kind === 'qualify') return passes === null ? [] : [passes ? 100 : 0]
    const units = marks && unitsOf(scale, new Map(Object.entries(marks)))
    return units === null ? [] : [(units * 100) / scale.full]
  })
}

/** How many points lie in each ten of 100, the last one with 100 itself; their mean to a tenth. */
export function spreadOf(points: readonly number[]): { mean: number | null; counts: number[] } {
  const counts = Array.from({ length: 10 }, () => 0)
  for (const one of points) counts[Math.min(9, Math.floor(one / 10))]! += 1
  const sum = points.reduce((all, one) => all + one, 0)
  return { mean: points.length === 0 ? null : Math.round((sum * 10) / points.length) / 10, counts }
}

const isoOf = (at: Date | string | null): string | null => at && new Date(at).toISOString()
