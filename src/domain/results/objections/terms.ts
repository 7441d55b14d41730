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

const hour = 3_600_000
/** The desk is reminded this long before a term ends. */
const ahead = 48 * hour
const again = 24 * hour

/**
 * Is the desk to be reminded of an objection now: once before its term ends, then once a day while it is
 * late?
 *
 * @param reminded when it was reminded last
 */
export function reminderOf(
  due: Date | null,
  reminded: Date | null,
  now: Date,
): 'soon' | 'late' | null {
  if (due === null || now.getTime() < due.getTime() - ahead) return null
  if (!isLate(due, now)) {
    return reminded === null || reminded.getTime() < due.getTime() - ahead ? 'soon' : null
  }
  const isNew = reminded === null || reminded < due
  return isNew || now.getTime() - reminded.getTime() >= again ? 'late' : null
}

export const isLate = (due: Date | null, now: Date): boolean => due !== null && now >= due
