import { dayNumber } from '../phases.ts'
import { timeOn } from './policy/time-of-day.ts'
import type { VotePolicy } from './policy/types.ts'

const hour = 3_600_000

export const quotaNames = ['period', 'entry-period', 'entry'] as const
/** All votes of a period · those for one work in it · those for one work in the whole round. */
export type QuotaName = (typeof quotaNames)[number]

/** For how long a vote cast at one instant uses up a place: a Shanghai day, so many hours, for ever. */
export type Span =
  { kind: 'day'; day: number } | { kind: 'rolling'; from: Date; to: Date } | { kind: 'round' }

/** One limit: so many votes of one voter (for one work, where `perEntry`) whose spans meet. */
export type Quota = { name: QuotaName; perEntry: boolean; places: number; span: Span }

/** The limits that a policy sets a vote cast at `now`; none that says nothing. */
export function quotasAt(policy: VotePolicy, now: Date): Quota[] {
  // Asked several times for every ballot: plainly, so that it costs next to nothing.
  const { votesPerPeriod, votesPerEntryPerPeriod, votesPerEntry } = policy
  const span = periodAt(policy, now)
  const quotas: Quota[] = []
  if (votesPerPeriod !== null) {
    quotas.push({ name: 'period', perEntry: false, places: votesPerPeriod, span })
  }
  if (votesPerEntryPerPeriod !== null) {
    quotas.push({ name: 'entry-period', perEntry: true, places: votesPerEntryPerPeriod, span })
  }
  if (votesPerEntry !== null) {
    quotas.push({ name: 'entry', perEntry: true, places: votesPerEntry, span: { kind: 'round' } })
  }
  return quotas
}

/** Does a vote cast at `at` still use up a place when another is cast in this span? */
export function holds(span: Span, at: Date): boolean {
  if (span.kind === 'round') return true
  if (span.kind === 'day') return dayNumber(at) === span.day
  const lasts = span.to.getTime() - span.from.getTime()
  // Half-open: a vote of yesterday 10:00 is over today at 10:00.
  return at.getTime() + lasts > span.from.getTime()
}

/** The instant at which a vote cast at `at` gives its place back; null: it never does. */
export function freedAt(span: Span, at: Date): Date | null {
  if (span.kind === 'round') return null
  if (span.kind === 'rolling') {
    return new Date(at.getTime() + span.to.getTime() - span.from.getTime())
  }
  return timeOn(dayNumber(at) + 1, '00:00')
}

function periodAt({ period }: VotePolicy, now: Date): Span {
  if (period.kind === 'day') return { kind: 'day', day: dayNumber(now) }
  return { kind: 'rolling', from: now, to: new Date(now.getTime() + period.hours * hour) }
}
