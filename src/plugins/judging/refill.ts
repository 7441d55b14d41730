import type { PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { reassign, type Reassigned } from '../../database/judging/assigning.ts'
import type { Uncovered } from '../../domain/judging/assignment.ts'
import type { RunningRound } from './round-request.ts'

/** What became of a round's pairs: how many came and went, and which works still lack judges. */
export type Filled = { added: number; dropped: number; seed: string; uncovered: Uncovered[] }

/** Fills what a change of works or panel left open, as far as it can be filled. For its transaction. */
export async function refill(req: PayloadRequest, round: RunningRound): Promise<Filled> {
  const { seed, rules } = round
  return told(
    await reassign(runIn(req), { ...round, seed, quorum: rules.quorum }, { partly: true }),
  )
}

export const told = ({ added, dropped, seed, uncovered }: Reassigned): Filled => ({
  ...{ added: added.length, dropped: dropped.length, seed, uncovered: uncovered.slice(0, 100) },
})
