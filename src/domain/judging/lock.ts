import { refusal, type Refusal } from '../refusal.ts'
import { words } from '../words.ts'
import type { JudgingRound } from './rounds.ts'

export type LockQuestion = {
  round: Pick<JudgingRound, 'window'>
  isLocked: boolean
  /** Who asked for the lock, null: nobody yet; and who confirms it. */
  askedBy: string | number | null
  confirmedBy: string | number
  /** Of what was shown when the lock was asked for, and of what there is now. */
  askedFor: string | null
  stands: string
  /** Works whose marks are fewer than the quorum, withdrawn ones not counted. */
  belowQuorum: number
  /** Works that are equal at a line and wait for a decision. */
  undecided: number
  isPaused: boolean
  now: Date
}

/**
 * May a round be locked now? A second person confirms exactly what the first one saw (by its hash); after
 * that nothing changes but by a new version. The first thing against it, or null.
 */
export function lockRefusal(question: LockQuestion): Refusal | null {
  const { round, askedBy, belowQuorum, undecided, now } = question
  if (question.isLocked) {
    return refusal(409, 'round-locked', words('本轮已锁定', 'The round is locked already'))
  }
  if (now < round.window.to) {
    const message = words('评审尚未结束，不能锁定', 'Judging is not over: nothing can be locked')
    return refusal(409, 'judging-open', message)
  }
  if (belowQuorum > 0) {
    const message = words(
      `${belowQuorum} 件作品评分人数不足`,
      `${belowQuorum} works have too few marks`,
    )
    return refusal(409, 'below-quorum', message)
  }
  if (undecided > 0) {
    const message = words(
      `${undecided} 件作品在线上并列，须先决定`,
      `${undecided} works are equal at a line: decide first`,
    )
    return refusal(409, 'equal-at-line', message)
  }
  if (askedBy === null) {
    const message = words('须先由一人提请锁定', 'Somebody has to ask for the lock first')
    return refusal(409, 'lock-not-asked', message)
  }
  if (String(askedBy) === String(question.confirmedBy)) {
    const message = words('锁定须由另一人确认', 'A second person must confirm the lock')
    return refusal(403, 'second-person-needed', message)
  }
  if (question.askedFor !== question.stands) {
    const message = words(
      '提请锁定后结果有变，请重新提请',
      'The result has changed since the lock was asked for; ask again',
    )
    return refusal(409, 'result-changed', message)
  }
  if (question.isPaused) {
    const message = words('本轮仍在暂停中，请先恢复', 'The round is still paused: resume it first')
    return refusal(409, 'judging-paused', message)
  }
  return null
}
