import { checkInterval, type Interval } from '../../phases.ts'
import { words } from '../../words.ts'
import { asking, type Ask } from './ask.ts'
import { contradictions } from './contradictions.ts'
import type { PolicyFinding } from './finding.ts'
import { optionsOf } from './options.ts'
import { isTimeOfDay } from './time-of-day.ts'
import { voterGroups, type VotePolicy } from './types.ts'

export type ReadPolicy = { policy: VotePolicy | null; findings: PolicyFinding[] }

/**
 * A policy from data of any shape, as a form or a JSON column holds it (dates as Dates or ISO instants
 * with a zone; `ballot` as `{ min, max }` or `{ exactly }`). `policy` is null while a finding is
 * blocking; warnings stand beside a policy that works. Options that nothing reads are refused, so that
 * a policy never says what it does not do.
 *
 * @param candidates how many works stand for election, once known
 */
export function readPolicy(value: unknown, candidates?: number): ReadPolicy {
  const findings: PolicyFinding[] = []
  const policy = read(asking(findings), value)
  if (!policy || findings.length > 0) return { policy: null, findings }
  const more = contradictions(policy, candidates)
  return { policy: more.some(isBlocking) ? null : policy, findings: more }
}

/** What is wrong with a policy, in words: blocking findings first. Empty: nothing. */
export function validatePolicy(value: unknown, candidates?: number): PolicyFinding[] {
  const { findings } = readPolicy(value, candidates)
  return [...findings.filter(isBlocking), ...findings.filter((one) => !isBlocking(one))]
}

const isBlocking = ({ severity }: PolicyFinding) => severity === 'blocking'

function read(ask: Ask, value: unknown): VotePolicy | null {
  const all = ask.group('', value, optionsOf.policy)
  if (!all) return null
  const window = windowOf(ask, all.window)
  const period = periodOf(ask, all.period)
  const ballot = ballotOf(ask, all.ballot)
  const counts = countsOf(ask, all.counts)
  const voters = ask.choice('voters', all.voters, voterGroups)
  const minimumAgeHours = ask.whole('minimumAgeHours', all.minimumAgeHours ?? 0, 0)
  const limits = {
    votesPerPeriod: ask.limit('votesPerPeriod', all.votesPerPeriod),
    votesPerEntryPerPeriod: ask.limit('votesPerEntryPerPeriod', all.votesPerEntryPerPeriod),
    votesPerEntry: ask.limit('votesPerEntry', all.votesPerEntry),
  }
  if (!window || !period || !ballot || !counts || !voters || minimumAgeHours === null) return null
  return { window, period, ...limits, ballot, counts, voters, minimumAgeHours }
}

function windowOf(ask: Ask, value: unknown): Interval | null {
  const given = ask.group('window', value, optionsOf.window)
  if (!given) return null
  const window = { from: instant(given.from), to: instant(given.to) }
  const wrong = checkInterval(window, 'window')
  return wrong ? ask.say('window', wrong.path, wrong.message) : window
}

function periodOf(ask: Ask, value: unknown): VotePolicy['period'] | null {
  const kind = ask.choice('period.kind', (value as { kind?: unknown } | null)?.kind, [
    'day',
    'rolling',
  ])
  if (!kind) return null
  const given = ask.group('period', value, optionsOf[kind])
  if (kind === 'day') return { kind }
  const hours = ask.whole('period.hours', given?.hours ?? 24, 1)
  return hours === null ? null : { kind, hours }
}

function ballotOf(ask: Ask, value: unknown): VotePolicy['ballot'] | null {
  const isExact = (value as { exactly?: unknown } | null)?.exactly != null
  const given = ask.group('ballot', value, optionsOf[isExact ? 'exactBallot' : 'ballot'])
  if (!given) return null
  const min = isExact
    ? ask.whole('ballot.exactly', given.exactly, 1)
    : ask.whole('ballot.min', given.min ?? 1, 1)
  const max = isExact ? min : ask.whole('ballot.max', given.max, 1)
  return min === null || max === null ? null : { min, max }
}

function countsOf(ask: Ask, value: unknown): VotePolicy['counts'] | null {
  const shown = ask.choice('counts.shown', (value as { shown?: unknown } | null)?.shown, [
    'live',
    'daily',
    'afterClose',
  ])
  if (!shown) return null
  const given = ask.group('counts', value, optionsOf[shown === 'daily' ? 'daily' : 'counts'])
  if (shown !== 'daily') return { shown }
  if (isTimeOfDay(given?.at)) return { shown, at: given.at }
  const message = words(
    '按日公布票数须写明时刻，如 09:00',
    'Counts shown daily need a time of day, such as 09:00',
  )
  return ask.say('daily-time', 'counts.at', message)
}

// Without a zone a text would mean the machine's own.
function instant(value: unknown): Date {
  if (value instanceof Date) return value
  const isZoned = typeof value === 'string' && /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value)
  return new Date(isZoned ? value : NaN)
}
