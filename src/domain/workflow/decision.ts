import type { PhaseKey } from '../phases.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { checkSeparation, type PassStep } from '../separation.ts'
import { badText } from '../text.ts'
import { joinWords, words, type Words } from '../words.ts'
import { actionWords, standingWords, statusWords } from './labels.ts'
import {
  actions,
  isAction,
  isStatus,
  rowOf,
  rowsFor,
  type Action,
  type Standing,
  type Status,
  type WorkflowRow,
} from './table.ts'

/** The longest reason, in characters as people count them (code points). */
export const reasonLimit = 2000

/** `action`, `expectedStatus` and `reason` may come straight from a request: they are checked here. */
export type Question = {
  status: Status
  action: unknown
  standings: ReadonlySet<Standing>
  expectedStatus?: unknown
  reason?: unknown
  openPhases: ReadonlySet<PhaseKey>
  /** When the step's windows are, for the refusal outside them. */
  openPhasesText?: Words
  actorId: number | string
  /** The steps since the last submit, that submit first. */
  history: readonly PassStep[]
  /** The campaign's relaxation for small units. */
  allowSamePerson: boolean
}

export type Decision =
  { ok: true; row: WorkflowRow; reason: string | null } | { ok: false; refusal: Refusal }

/**
 * May this person take this step now? Refuses with the first thing that stands against it, in this
 * order: unknown words (400), somebody was faster (409), not from this state (409), not yours (403),
 * two reviews by one person (403), window closed (409), reason missing or unusable (400).
 * `reason` comes back trimmed. Entry rules and quotas are asked separately.
 */
export function decide(question: Question): Decision {
  const { status, action, expectedStatus } = question
  if (!isAction(action)) return no(unknownAction())
  if (expectedStatus != null && !isStatus(expectedStatus)) return no(unknownStatus())
  if (expectedStatus != null && expectedStatus !== status) return no(stale(expectedStatus, status))

  const allowed = allow({ ...question, action })
  if (!allowed.ok) return allowed
  const { row, needsReason } = allowed

  const reason = typeof question.reason === 'string' ? question.reason.trim() : null
  const wrong = checkReason({ given: question.reason, reason, needsReason, action })
  return wrong ? no(wrong) : { ok: true, row, reason: reason || null }
}

export type PossibleAction = { action: Action; row: WorkflowRow; needsReason: boolean }

/** The steps this person may take now, in the table's order of actions: what the buttons show. */
export function actionsFor(
  question: Omit<Question, 'action' | 'expectedStatus' | 'reason'>,
): PossibleAction[] {
  return actions.flatMap((action) => {
    const allowed = allow({ ...question, action })
    return allowed.ok ? [{ action, row: allowed.row, needsReason: allowed.needsReason }] : []
  })
}

type Allowance =
  { ok: true; row: WorkflowRow; needsReason: boolean } | { ok: false; refusal: Refusal }

function allow(question: Question & { action: Action }): Allowance {
  const { status, action, standings, openPhases } = question
  const row = rowOf(action, status)
  if (!row) return no(wrongStatus(action, status))

  const acting = row.by.filter((standing) => standings.has(standing))
  if (acting.length === 0) return no(notYours(row))

  const twice = checkSeparation({ ...question, review: row.review })
  if (twice) return no(twice)

  const open = row.opens.length === 0 || row.opens.some((phase) => openPhases.has(phase))
  const left = open ? acting : acting.filter((standing) => row.openAnytimeFor.includes(standing))
  if (left.length === 0) return no(windowClosed(action, question.openPhasesText))

  const { needsReason } = row
  const needed =
    typeof needsReason === 'boolean'
      ? needsReason
      : left.every((standing) => needsReason.includes(standing))
  return { ok: true, row, needsReason: needed }
}

const no = (why: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal: why })

function checkReason({
  given,
  reason,
  needsReason,
  action,
}: {
  given: unknown
  reason: string | null
  needsReason: boolean
  action: Action
}): Refusal | null {
  if (given != null && reason === null) {
    return refusal(400, 'reason-not-text', words('理由应为文字', 'The reason must be a text'))
  }
  if (needsReason && !reason) {
    const step = actionWords[action]
    return refusal(400, 'reason-missing', {
      zh: `“${step.zh}”须说明理由`,
      en: `“${step.en}” needs a reason`,
    })
  }
  if (!reason) return null
  const length = [...reason].length
  if (length > reasonLimit) {
    return refusal(400, 'reason-too-long', {
      zh: `理由 ${length} 字，超过上限 ${reasonLimit} 字`,
      en: `The reason has ${length} characters, the limit is ${reasonLimit}`,
    })
  }
  const bad = badText(reason)
  return bad && refusal(400, 'reason-unusable', bad)
}

function unknownAction(): Refusal {
  return refusal(400, 'unknown-action', {
    zh: `没有这个操作；可用的操作：${actions.join('、')}`,
    en: `There is no such action; the actions are ${actions.join(', ')}`,
  })
}

function unknownStatus(): Refusal {
  return refusal(
    400,
    'unknown-status',
    words('expectedStatus 不是有效的状态', 'expectedStatus is not a status'),
  )
}

function stale(expected: Status, actual: Status): Refusal {
  return refusal(409, 'stale-status', {
    zh: `作品已被他人处理：原为“${statusWords[expected].zh}”，现为“${statusWords[actual].zh}”，请刷新后再操作`,
    en: `Somebody was faster: it was “${statusWords[expected].en}”, now it is “${statusWords[actual].en}”; reload and look again`,
  })
}

function wrongStatus(action: Action, status: Status): Refusal {
  const from = joinWords(rowsFor(action).map((row) => statusWords[row.from]))
  const step = actionWords[action]
  return refusal(409, 'wrong-status', {
    zh: `当前状态“${statusWords[status].zh}”不能“${step.zh}”；可以操作的状态：${from.zh}`,
    en: `“${step.en}” is not possible from “${statusWords[status].en}”; it is from: ${from.en}`,
  })
}

function notYours(row: WorkflowRow): Refusal {
  const who = joinWords(row.by.map((standing) => standingWords[standing]))
  const step = actionWords[row.action]
  return refusal(403, 'not-yours', {
    zh: `您不能“${step.zh}”这件作品；可以操作的是：${who.zh}`,
    en: `“${step.en}” on this entry is not yours to do; it is done by: ${who.en}`,
  })
}

function windowClosed(action: Action, when?: Words): Refusal {
  const step = actionWords[action]
  return refusal(409, 'window-closed', {
    zh: `现在不在“${step.zh}”的时间内${when ? `（${when.zh}）` : ''}`,
    en: `“${step.en}” is not open now${when ? ` (${when.en})` : ''}`,
  })
}
