import { refusal, type Refusal } from '../../refusal.ts'
import { words, type Words } from '../../words.ts'
import { reasonLimit } from '../../workflow/decision.ts'

/** `declined`: not taken up, for want of form; `dismissed`: looked into and without ground. */
export const objectionStates = [
  ...(['filed', 'accepted', 'declined', 'upheld', 'dismissed', 'withdrawn'] as const),
]
export type ObjectionState = (typeof objectionStates)[number]

export const objectionStateWords: Record<ObjectionState, Words> = {
  filed: words('待受理', 'Filed'),
  accepted: words('已受理，调查中', 'Being looked into'),
  declined: words('不予受理', 'Not taken up'),
  upheld: words('异议成立', 'Upheld'),
  dismissed: words('异议不成立', 'Dismissed'),
  withdrawn: words('已撤回', 'Withdrawn'),
}

export const objectionActions = ['accept', 'decline', 'uphold', 'dismiss', 'withdraw'] as const
export type ObjectionAction = (typeof objectionActions)[number]

type Step = {
  from: readonly ObjectionState[]
  to: ObjectionState
  by: 'desk' | 'objector'
  needsReason: boolean
}

/** Every step that there is: what is not here is refused. */
export const objectionSteps: Record<ObjectionAction, Step> = {
  accept: { from: ['filed'], to: 'accepted', by: 'desk', needsReason: false },
  decline: { from: ['filed'], to: 'declined', by: 'desk', needsReason: true },
  uphold: { from: ['accepted'], to: 'upheld', by: 'desk', needsReason: true },
  dismiss: { from: ['accepted'], to: 'dismissed', by: 'desk', needsReason: true },
  withdraw: { from: ['filed', 'accepted'], to: 'withdrawn', by: 'objector', needsReason: false },
}

/** Does nobody wait for anything any more? */
export const isHandled = (state: ObjectionState): boolean =>
  !objectionActions.some((action) => objectionSteps[action].from.includes(state))

/**
 * May this be done to an objection? Refused: by the wrong one (403), from another state (409), without a
 * reason where one is due or with one that is too long (400), by somebody who is recused from the work.
 */
export function decideObjection({
  action,
  state,
  by,
  isRecused,
  reason,
}: {
  action: ObjectionAction
  state: ObjectionState
  by: Step['by']
  /** Whoever decides is of the objected work's unit, or filed the objection. */
  isRecused: boolean
  reason?: unknown
}): { ok: true; to: ObjectionState; reason: string | null } | { ok: false; refusal: Refusal } {
  const step = objectionSteps[action]
  const no = (status: 400 | 403 | 409, code: string, message: Words) => ({
    ok: false as const,
    refusal: refusal(status, code, message),
  })
  if (step.by !== by) {
    const message = words('您不能进行这一操作', 'This is not yours to do')
    return no(403, 'not-yours', message)
  }
  if (by === 'desk' && isRecused) {
    const message = words('您与该作品或异议人有关，应当回避', 'You are recused from this objection')
    return no(403, 'recused', message)
  }
  if (!step.from.includes(state)) {
    const { zh, en } = objectionStateWords[state]
    return no(409, 'wrong-state', words(`异议现为“${zh}”`, `The objection is “${en}” now`))
  }
  if (reason != null && typeof reason !== 'string') {
    return no(400, 'reason-not-text', words('理由应为文字', 'The reason must be a text'))
  }
  const text = reason?.trim() || null
  if (!text && step.needsReason) {
    return no(400, 'reason-missing', words('须说明理由', 'A reason is needed'))
  }
  if (text && [...text].length > reasonLimit) {
    const message = words(`理由不得超过 ${reasonLimit} 字`, `At most ${reasonLimit} characters`)
    return no(400, 'reason-too-long', message)
  }
  return { ok: true, to: step.to, reason: text }
}
