import fc from 'fast-check'
import { createHash, createHmac } from 'node:crypto'
import type { VotePolicy } from '../../src/domain/voting/policy.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest())

export const keyed =
  (secret: string) =>
  (bytes: Uint8Array): Uint8Array =>
    new Uint8Array(createHmac('sha256', secret).update(bytes).digest())

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
export const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))

/** An instant by the clocks of Shanghai: `shanghai('2022-06-07 09:00')`. */
export const shanghai = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`)

/** Five days with five votes each, one for each work a day. */
export const plainPolicy: VotePolicy = {
  window: { from: shanghai('2022-06-07 00:00'), to: shanghai('2022-06-12 00:00') },
  period: { kind: 'day' },
  votesPerPeriod: 5,
  votesPerEntryPerPeriod: 1,
  votesPerEntry: null,
  ballot: { min: 1, max: 5 },
  counts: { shown: 'live' },
  voters: 'participants',
  minimumAgeHours: 0,
}

const limit = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null })

/** Policies of small numbers that contradict nothing. */
export const soundPolicy: fc.Arbitrary<VotePolicy> = fc
  .record({
    period: fc.oneof(
      fc.constant({ kind: 'day' } as const),
      fc.record({ kind: fc.constant('rolling' as const), hours: fc.constantFrom(1, 24, 25) }),
    ),
    votesPerPeriod: limit(6),
    votesPerEntryPerPeriod: limit(3),
    votesPerEntry: limit(4),
    ballot: fc.record({ min: fc.integer({ min: 1, max: 3 }), max: fc.integer({ min: 1, max: 4 }) }),
    counts: fc.constantFrom<VotePolicy['counts'][]>(
      { shown: 'live' },
      { shown: 'daily', at: '09:00' },
      { shown: 'afterClose' },
    ),
    voters: fc.constantFrom('participants' as const, 'members' as const),
    minimumAgeHours: fc.constantFrom(0, 24),
  })
  .map((policy) => ({ window: plainPolicy.window, ...policy }))
  .filter(({ votesPerPeriod: all, votesPerEntryPerPeriod: each, votesPerEntry: total, ballot }) => {
    if ((all ?? each ?? total) === null || ballot.min > ballot.max) return false
    if (all !== null && (ballot.max > all || (each ?? 0) > all)) return false
    return each === null || total === null || total >= each
  })
