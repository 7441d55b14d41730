import type { PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { readPair, type PairFacts } from '../../../database/judging/marks.ts'
import { checkStanding, type MarkRefusal } from '../../../domain/judging/marks.ts'
import { refusalsWords } from '../../../domain/judging/marks/refusals.ts'
import { words } from '../../../domain/words.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { findRound, noRound, opened, roundRequest, type RunningRound } from '../round-request.ts'

/** A judge who asks about a round; 401, 403, 404 as everywhere. */
export function judgeRequest(req: PayloadRequest): { id: number; judge: number } {
  const { id, person } = roundRequest(req, ['judge'])
  return { id, judge: person.id }
}

/** A round that judges can know of. @throws 404: there is none, or it is a draft */
export async function roundForJudges(
  req: PayloadRequest,
  id: number,
  hold?: 'change' | 'mark',
): Promise<RunningRound> {
  const round = await findRound(req, id, hold)
  if (round.state === 'draft') throw noRound()
  return opened(round)
}

/** The number of a work as it stands in an address or a row. 0: no such number. */
export const numberOf = (work: unknown): number =>
  typeof work === 'string' && /^[1-9]\d{0,6}$/.test(work) ? Number(work) : 0

export type Standing = { round: RunningRound; pair: PairFacts; entry: string }

/**
 * May this judge mark this work now? By the database's clock, with the round held against changes.
 *
 * @throws 404 who never was in the panel; what `checkStanding` says
 */
export async function standingFor(
  req: PayloadRequest,
  asked: { id: number; judge: number; work: unknown },
  {
    hold = 'mark',
    evenHandedIn = false,
  }: { hold?: 'change' | 'mark'; evenHandedIn?: boolean } = {},
): Promise<Standing> {
  const { id, judge, work } = asked
  const round = await roundForJudges(req, id, hold)
  const { kind } = round.track
  const pair = await readPair(runIn(req), { round: id, kind, judge, number: numberOf(work) })
  if (!pair) throw noRound()
  const why = checkStanding({
    ...{ round: round.rules, isLocked: round.state === 'locked', now: round.now },
    pausedFor: pair.pausedFor,
    ...{ isActive: pair.isActive, isAssigned: pair.isAssigned, recusal: pair.recusal },
    ...{ isWithdrawn: pair.isGone, hasHandedIn: !evenHandedIn && pair.handedInAt !== null },
  })
  if (why) throw refused([why])
  return { round, pair, entry: pair.entry! }
}

/** Several refusals as one answer: the sentence of all, the code of the first. */
export function refused(refusals: readonly MarkRefusal[]) {
  const [{ status, code, path }] = refusals as [MarkRefusal]
  const findings = refusals.map((one) => ({
    ...{ code: one.code, path: one.path, message: one.message },
  }))
  return refusal(status, refusalsWords(refusals), { code, path, findings })
}

export const noWork = () =>
  refusal(404, words('没有这件作品，或未分配给您', 'No such work, or it is not yours'), {
    code: 'not-found',
  })
