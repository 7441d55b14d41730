import { beijingAhead } from '../../beijing-time.ts'
import { dayNumber } from '../../phases.ts'

const day = 86_400_000

/** A time of day as a policy writes it: `09:00`, `23:59`. */
export function isTimeOfDay(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)
}

/** The instant of a time of day on a Shanghai day (`dayNumber`). */
export function timeOn(number: number, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return new Date(number * day - beijingAhead + (hours * 60 + minutes) * 60_000)
}

/** The last instant up to and with `now` at which the clocks of Shanghai said `at`. */
export function lastTime(at: string, now: Date): Date {
  const today = timeOn(dayNumber(now), at)
  return today.getTime() <= now.getTime() ? today : new Date(today.getTime() - day)
}

/** The first instant after `now` at which the clocks of Shanghai say `at`. */
export function nextTime(at: string, now: Date): Date {
  return new Date(lastTime(at, now).getTime() + day)
}
