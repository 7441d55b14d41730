import { dayNumber, dayStart } from '../phases.ts'
import { words, type Words } from '../words.ts'

/**
 * Days on which offices are closed though it is no weekend, and weekend days on which they work (调休),
 * as the State Council names them each year: `2022-10-03`. Data, never guessed.
 */
export type WorkCalendar = { holidays: ReadonlySet<string>; workdays: ReadonlySet<string> }

/** So many working or calendar days. */
export type Term = { kind: 'working' | 'calendar'; days: number }

const day = 86_400_000
const zeroStart = dayStart('1970-01-01').getTime()

/** Is the day with this number (`dayNumber`) one on which offices work? */
export function isWorkingDay(number: number, { holidays, workdays }: WorkCalendar): boolean {
  const date = new Date(number * day).toISOString().slice(0, 10)
  if (workdays.has(date)) return true
  // The day 0, 1970-01-01, was a Thursday.
  const weekday = (((number + 4) % 7) + 7) % 7
  return weekday !== 0 && weekday !== 6 && !holidays.has(date)
}

/**
 * The instant up to which something may be done: the midnight in Shanghai that ends the last day. The
 * day on which the term begins is not counted; a last day on which offices are closed is moved to the
 * next working day (Civil Code of the PRC, art. 201 and 203).
 *
 * @throws RangeError when the days are not a whole number from 1 to 366
 */
export function deadline(from: Date, { kind, days }: Term, calendar: WorkCalendar): Date {
  if (!Number.isInteger(days) || days < 1 || days > 366) throw new RangeError(`Not a term: ${days}`)
  let last = dayNumber(from)
  if (kind === 'calendar') last += days
  else last = afterWorkingDays(last, days, calendar)
  for (let moved = 0; moved < 60 && !isWorkingDay(last, calendar); moved += 1) last += 1
  return new Date(zeroStart + (last + 1) * day)
}

function afterWorkingDays(from: number, days: number, calendar: WorkCalendar): number {
  let last = from
  // Twice the days and two months: a calendar without any working day would have no end.
  for (let left = days, step = 0; left > 0 && step < 2 * days + 60; step += 1) {
    last += 1
    if (isWorkingDay(last, calendar)) left -= 1
  }
  return last
}

/** `3 个工作日内`. */
export const termWords = ({ kind, days }: Term): Words =>
  kind === 'working'
    ? words(`${days} 个工作日内`, `within ${days} working ${days === 1 ? 'day' : 'days'}`)
    : words(`${days} 日内`, `within ${days} ${days === 1 ? 'day' : 'days'}`)
