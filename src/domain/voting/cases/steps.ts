import { refusal, type Refusal } from '../../refusal.ts'
import { words, type Words } from '../../words.ts'
import { readReason } from '../rounds/steps.ts'
import { caseStates, caseStateWords, type CaseState } from './words.ts'

export const caseActions = ['refresh', 'propose', 'approve', 'dismiss'] as const
export type CaseAction = (typeof caseActions)[number]

const guardians = ['province', 'supervisor'] as const
export type Guardian = (typeof guardians)[number]

type CaseStep = {
  from: readonly CaseState[]
  to: CaseState
  by: readonly Guardian[]
  needsReason: boolean
  /** Never by whoever proposed it. */
  bySomebodyElse: boolean
}

/**
 * What may be done to a case. The province collects and proposes; another one of the province, or the
 * supervisor, makes the votes void. What was made void stays so.
 */
export const caseSteps: Record<CaseAction, CaseStep> = {
  refresh: {
    ...{ from: ['collecting'], to: 'collecting', by: ['province'] },
    ...{ needsReason: false, bySomebodyElse: false },
  },
  propose: {
    ...{ from: ['collecting'], to: 'proposed', by: ['province'] },
    ...{ needsReason: false, bySomebodyElse: false },
  },
  approve: {
    ...{ from: ['proposed'], to: 'approved', by: guardians },
    ...{ needsReason: true, bySomebodyElse: true },
  },
  dismiss: {
    ...{ from: ['collecting', 'proposed'], to: 'dismissed', by: guardians },
    ...{ needsReason: true, bySomebodyElse: false },
  },
}

export const caseActionWords: Record<CaseAction, Words> = {
  refresh: words('重新统计', 'Count again'),
  propose: words('提请作废', 'Propose to void'),
  approve: words('同意作废', 'Void these votes'),
  dismiss: words('不予处理', 'Dismiss'),
}

export type CaseStepQuestion = {
  action: CaseAction
  state: CaseState
  /** Of whoever asks. */
  role: string
  isProposer: boolean
  /** Straight from a request. */
  expectedState?: unknown
  reason?: unknown
}

type Decided = { ok: true; to: CaseState; reason: string | null } | { ok: false; refusal: Refusal }

/**
 * May this be done to the case now? The first thing that stands against it: not yours (403), unknown
 * words (400), somebody was faster (409), not from this state (409), proposed by the same person (403),
 * reason missing or unusable (400). `reason` comes back trimmed.
 */
export function decideCaseStep({
  action,
  state,
  role,
  isProposer,
  expectedState,
  reason: given,
}: CaseStepQuestion): Decided {
  const step = caseSteps[action]
  const name = caseActionWords[action]
  const is = caseStateWords[state]
  const no = (status: Refusal['status'], code: string, zh: string, en: string): Decided => ({
    ok: false,
    refusal: refusal(status, code, words(zh, en)),
  })
  if (!(step.by as readonly string[]).includes(role)) {
    return no(403, 'not-yours', `您不能“${name.zh}”`, `“${name.en}” is not yours to do`)
  }
  if (expectedState != null && !caseStates.includes(expectedState as CaseState)) {
    const all = caseStates.join(', ')
    return no(400, 'unknown-state', `expectedState 应为 ${all} 之一`, `expectedState: ${all}`)
  }
  if (expectedState != null && expectedState !== state) {
    return no(
      ...([409, 'stale-state'] as const),
      `他人已处理：现为“${is.zh}”，请刷新后再看`,
      `Somebody was faster: it is “${is.en}” now; reload and look again`,
    )
  }
  if (!step.from.includes(state)) {
    return no(
      ...([409, 'wrong-state'] as const),
      `当前状态“${is.zh}”不能“${name.zh}”`,
      `“${name.en}” is not possible from “${is.en}”`,
    )
  }
  if (step.bySomebodyElse && isProposer) {
    return no(
      ...([403, 'same-person'] as const),
      '提请作废与同意作废须由两人分别办理',
      'Whoever proposed it cannot approve it: that takes a second person',
    )
  }
  const reason = readReason(given, step.needsReason ? name : null)
  return 'refusal' in reason ? { ok: false, ...reason } : { ok: true, to: step.to, ...reason }
}

/** The steps that somebody may take now. */
export function caseStepsFor(question: Omit<CaseStepQuestion, 'action'>): CaseAction[] {
  return caseActions.filter((action) => decideCaseStep({ ...question, action, reason: 'x' }).ok)
}
