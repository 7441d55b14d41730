import type { Interval } from '../../phases.ts'
import { words, type Words } from '../../words.ts'

/** What was made of a round by hand. */
export type RoundState = 'draft' | 'open' | 'locked'

/** A round as people see it: what was made of it by hand, and what the clock makes of that. */
export type ShownRoundState = 'draft' | 'waiting' | 'open' | 'paused' | 'over' | 'locked'

export const shownRoundWords: Record<ShownRoundState, Words> = {
  draft: words('草稿', 'Draft'),
  waiting: words('已开放，未到评审时间', 'Open, not begun yet'),
  open: words('评审中', 'Judging'),
  paused: words('已暂停', 'Paused'),
  over: words('评审结束，待锁定', 'Over, to be locked'),
  locked: words('已锁定', 'Locked'),
}

/** A round ends by the clock without anybody writing so. */
export function shownRoundState(
  state: RoundState,
  window: Interval,
  now: Date,
  isPaused = false,
): ShownRoundState {
  if (state !== 'open') return state
  if (now >= window.to) return 'over'
  if (isPaused) return 'paused'
  return now < window.from ? 'waiting' : 'open'
}
