import { deadline, type Term, type WorkCalendar } from '../days.ts'
import type { ObjectionState } from './steps.ts'

/** How long the desk has to take an objection up, and then to rule on it. */
export type ObjectionTerms = { accept: Term; rule: Term }

/**
 * Up to when somebody has to act on an objection; null: nothing is left to do.
 *
 * @param at when it was filed, and when it was taken up
 */
export function dueAt(
  state: ObjectionState,
  at: { filed: Date; accepted: Date | null },
  terms: ObjectionTerms,
  calendar: WorkCalendar,
): Date | null {
  if (state === 'filed') return deadline(at.filed, terms.accept, calendar)
  if (state === 'accepted') return deadline(at.accepted ?? at.filed, terms.rule, calendar)
  return null
}

export const isLate = (due: Date | null, now: Date): boolean => due !== null && now >= due
