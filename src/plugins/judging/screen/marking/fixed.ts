import { roundLook } from '../../../../domain/judging/rounds.ts'
import type { ScreenRound, WorkDetail, WorkItem } from '../api-types.ts'
import type { ScreenKey } from '../texts.ts'

/** Why the marks of a work cannot be changed, as the key of a text; null: they can. */
export function whyFixed(
  round: ScreenRound,
  item: WorkItem,
  detail: WorkDetail,
): Extract<ScreenKey, `readOnly_${string}` | 'fixed' | 'withdrawnNote'> | null {
  if (item.state === 'withdrawn') return 'withdrawnNote'
  if (round.state !== 'open') return `readOnly_${round.state}`
  const { window, blind, scoresShown } = round
  const { ownCanChange } = roundLook({
    round: { blind, scoresShown, window: { from: new Date(window.from), to: new Date(window.to) } },
    hasHandedIn: detail.mine.handedInAt !== null,
    isLocked: false,
    now: new Date(),
  })
  if (ownCanChange) return null
  return detail.mine.handedInAt !== null && scoresShown === 'after-own'
    ? 'fixed'
    : 'readOnly_closed'
}
