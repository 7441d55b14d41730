import type { StoredRound } from '../../../database/judging/rounds.ts'
import { lockRefusal, type LockQuestion } from '../../../domain/judging/lock.ts'
import { refusal as said, type Refusal } from '../../../domain/refusal.ts'
import { words } from '../../../domain/words.ts'
import { isSame, type Counted, type Standing } from './standing.ts'

const voteRefusals = {
  open: said(
    409,
    'vote-open',
    words('网络投票尚未结束，票数未定', 'The vote is not over: its totals are not final'),
  ),
  unsealed: said(
    409,
    'vote-unsealed',
    words('选票正在封存，请一分钟后再试', 'The votes are being sealed; try again in a minute'),
  ),
  'not-chosen': said(
    409,
    'vote-not-chosen',
    words('未指定采用哪一轮投票', 'No vote was named that counts'),
  ),
}
const unchanged = said(
  409,
  'nothing-changed',
  words('与已锁定的版本相同，无需新版本', 'It says the same as what is locked: no new version'),
)

/**
 * The first thing that stands against locking what a round is now, whoever asks and confirms; null:
 * somebody may ask.
 *
 * @param before what is locked already, for a new version
 */
export function lockProblem(
  round: StoredRound,
  standing: Standing,
  before: Counted | null,
): Refusal | null {
  const { vote, sha256 } = standing
  const problem = lockRefusal(questionOf(round, standing, { ...anyTwo, asked: sha256 }))
  if (problem) return problem
  if (vote && vote !== 'final') return voteRefusals[vote]
  return before && isSame(before.locked, standing.locked) ? unchanged : null
}

/** As {@link lockProblem}, and what stands against these two people and what they saw. */
export function confirmProblem(
  round: StoredRound,
  standing: Standing,
  people: { askedBy: number | null; confirmedBy: number; asked: string | null },
): Refusal | null {
  return (
    lockRefusal(questionOf(round, standing, people)) ??
    (standing.vote && standing.vote !== 'final' ? voteRefusals[standing.vote] : null)
  )
}

// Any two people: only what the round itself has against it is asked.
const anyTwo = { askedBy: 1, confirmedBy: 2 }

function questionOf(
  round: StoredRound,
  { judged, sha256, isPaused }: Standing,
  people: { askedBy: number | null; confirmedBy: number; asked: string | null },
): LockQuestion {
  const lacking = judged.ranking.leftOut.filter(({ reason }) => reason !== 'withdrawn')
  return {
    round: { window: round.rules!.window },
    // A new version of a locked round is a lock of its own.
    isLocked: false,
    ...{ askedBy: people.askedBy, confirmedBy: people.confirmedBy },
    ...{ askedFor: people.asked, stands: sha256 },
    ...{ belowQuorum: lacking.length, undecided: judged.undecided.length },
    ...{ isPaused, now: round.now },
  }
}
