import { refusal, type Refusal } from '../../refusal.ts'
import { badText } from '../../text.ts'
import { words, type Words } from '../../words.ts'
import { reasonLimit } from '../../workflow/decision.ts'
import { roundStates, type RoundState } from '../decide.ts'
import type { VotePolicy } from '../policy/types.ts'

export const roundActions = ['open', 'pause', 'resume', 'close'] as const
export type RoundAction = (typeof roundActions)[number]

type RoundStep = { from: readonly RoundState[]; to: RoundState; needsReason: boolean }

/** What people may do to a round by hand. Closed is the end: totals were shown, so nobody votes again. */
export const roundSteps: Record<RoundAction, RoundStep> = {
  open: { from: ['draft'], to: 'open', needsReason: false },
  pause: { from: ['open'], to: 'paused', needsReason: true },
  resume: { from: ['paused'], to: 'open', needsReason: false },
  close: { from: ['open', 'paused'], to: 'closed', needsReason: true },
}

export const roundActionWords: Record<RoundAction, Words> = {
  open: words('开放', 'Open'),
  pause: words('暂停', 'Pause'),
  resume: words('恢复', 'Resume'),
  close: words('关闭', 'Close'),
}

/** A round as people see it: what was made of it by hand, and what the clock makes of that. */
export type ShownState = RoundState | 'waiting' | 'over'

export const shownStateWords: Record<ShownState, Words> = {
  draft: words('草稿', 'Draft'),
  waiting: words('已开放，未到投票时间', 'Open, not begun yet'),
  open: words('投票中', 'Voting'),
  paused: words('已暂停', 'Paused'),
  over: words('投票时间已过', 'Over'),
  closed: words('已提前关闭', 'Closed early'),
}

/** A round closes by the clock without anybody writing so: its window says it wherever it is asked. */
export function shownState(state: RoundState, window: VotePolicy['window'], now: Date): ShownState {
  if (state === 'draft' || state === 'closed') return state
  if (now.getTime() >= window.to.getTime()) return 'over'
  if (state === 'open' && now.getTime() < window.from.getTime()) return 'waiting'
  return state
}

/** The steps that are possible now. */
export function stepsFrom(shown: ShownState): RoundAction[] {
  const state = shown === 'waiting' ? 'open' : shown
  return roundActions.filter((action) =>
    (roundSteps[action].from as readonly ShownState[]).includes(state),
  )
}

export type RoundStepQuestion = {
  action: RoundAction
  state: RoundState
  policy: VotePolicy
  /** Works that stand and are published. */
  candidates: number
  now: Date
  /** Straight from a request. */
  expectedState?: unknown
  reason?: unknown
}

/**
 * May this be done to the round now? The first thing that stands against it: unknown words (400),
 * somebody was faster (409), not from this state (409), over by the clock (409), nothing to vote on
 * (409), reason missing or unusable (400). `reason` comes back trimmed.
 */
export function decideRoundStep({
  action,
  state,
  policy,
  candidates,
  now,
  expectedState,
  reason: given,
}: RoundStepQuestion):
  { ok: true; to: RoundState; reason: string | null } | { ok: false; refusal: Refusal } {
  const no = (status: 400 | 409, code: string, message: Words) => ({
    ok: false as const,
    refusal: refusal(status, code, message),
  })
  const step = roundSteps[action]
  const name = roundActionWords[action]
  const is = shownStateWords[shownState(state, policy.window, now)]
  if (expectedState != null && !roundStates.includes(expectedState as RoundState)) {
    return no(400, 'unknown-state', {
      zh: `expectedState 应为 ${roundStates.join('、')} 之一`,
      en: `expectedState must be one of ${roundStates.join(', ')}`,
    })
  }
  if (expectedState != null && expectedState !== state) {
    return no(409, 'stale-state', {
      zh: `他人已操作：现为“${is.zh}”，请刷新后再试`,
      en: `Somebody was faster: it is “${is.en}” now; reload and look again`,
    })
  }
  if (!step.from.includes(state)) {
    return no(409, 'wrong-state', {
      zh: `当前状态“${is.zh}”不能“${name.zh}”`,
      en: `“${name.en}” is not possible from “${is.en}”`,
    })
  }
  if (now.getTime() >= policy.window.to.getTime()) {
    return no(409, 'window-over', {
      zh: `投票时间已过，不能“${name.zh}”`,
      en: `The window is over: “${name.en}” is not possible`,
    })
  }
  if (action === 'open' && candidates < policy.ballot.min) {
    return no(409, 'too-few-candidates', {
      zh: `候选作品 ${candidates} 件，每次至少选 ${policy.ballot.min} 件`,
      en: `${candidates} works stand, a ballot names at least ${policy.ballot.min}`,
    })
  }
  const reason = readReason(given, step.needsReason ? name : null)
  return 'refusal' in reason ? { ok: false, ...reason } : { ok: true, to: step.to, ...reason }
}

/**
 * A reason as a request has it, trimmed; null: none.
 *
 * @param neededFor what cannot be done without one
 */
export function readReason(
  given: unknown,
  neededFor: Words | null,
): { reason: string | null } | { refusal: Refusal } {
  if (given != null && typeof given !== 'string') {
    const message = words('理由应为文字', 'The reason must be a text')
    return { refusal: refusal(400, 'reason-not-text', message) }
  }
  const reason = given?.trim() || null
  if (!reason && neededFor) {
    const message = words(`“${neededFor.zh}”须说明理由`, `“${neededFor.en}” needs a reason`)
    return { refusal: refusal(400, 'reason-missing', message) }
  }
  if (!reason) return { reason: null }
  const length = [...reason].length
  if (length > reasonLimit) {
    const message = words(
      `理由 ${length} 字，超过上限 ${reasonLimit} 字`,
      `The reason has ${length} characters, the limit is ${reasonLimit}`,
    )
    return { refusal: refusal(400, 'reason-too-long', message) }
  }
  const bad = badText(reason)
  return bad ? { refusal: refusal(400, 'reason-unusable', bad) } : { reason }
}
