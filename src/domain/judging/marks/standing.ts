import { momentWords } from '../../beijing-time.ts'
import { words } from '../../words.ts'
import { recusalWords, type RecusalReason } from '../recusal.ts'
import type { JudgingRound } from '../rounds.ts'
import { refuse, type MarkRefusal } from './refusals.ts'

export type MarkingStanding = {
  round: Pick<JudgingRound, 'window' | 'scoresShown'>
  isLocked: boolean
  /** Why the round is stopped for a while; null: it is not. */
  pausedFor: string | null
  /** The judge is in the panel and has not left it. */
  isActive: boolean
  isAssigned: boolean
  /** Asked anew with every mark: a unit may have moved since works were assigned. */
  recusal: RecusalReason | null
  isWithdrawn: boolean
  hasHandedIn: boolean
  now: Date
}

/**
 * May this judge mark this work now? The first rule against it, or null. What was handed in may be
 * changed while the round lasts, unless the judge has seen the marks of others since.
 */
export function checkStanding(standing: MarkingStanding): MarkRefusal | null {
  const { window, scoresShown } = standing.round
  if (standing.isLocked) {
    return refuse('round-locked', '', words('本轮已锁定，评分不能再改', 'The round is locked'))
  }
  if (standing.now < window.from) {
    const at = momentWords(window.from)
    const message = words(`评审尚未开始，${at.zh} 开始`, `Judging begins on ${at.en}`)
    return refuse('judging-not-open', '', message)
  }
  if (standing.now >= window.to) {
    const at = momentWords(window.to)
    const message = words(`评审已于 ${at.zh} 结束`, `Judging ended on ${at.en}`)
    return refuse('judging-closed', '', message)
  }
  if (standing.pausedFor !== null) {
    const { pausedFor } = standing
    return refuse(
      'judging-paused',
      '',
      words(`评审暂停中：${pausedFor}`, `Judging is paused: ${pausedFor}`),
    )
  }
  if (!standing.isActive) {
    return refuse('judge-left', '', words('您已不在本轮评委之列', 'You have left this panel'))
  }
  if (standing.recusal) {
    const { zh, en } = recusalWords[standing.recusal]
    return refuse('judge-recused', '', words(`应当回避：${zh}`, `You are recused: ${en}`))
  }
  if (!standing.isAssigned) {
    const message = words('该作品未分配给您', 'The work is not assigned to you')
    return refuse('work-not-assigned', '', message)
  }
  if (standing.isWithdrawn) {
    return refuse('work-withdrawn', '', words('作品已撤回或下架', 'The work was withdrawn'))
  }
  if (standing.hasHandedIn && scoresShown === 'after-own') {
    const message = words(
      '评分已提交并看到他人的评分，不能再改',
      'Handed in, and others’ marks were shown since: it stands',
    )
    return refuse('already-handed-in', '', message)
  }
  return null
}
