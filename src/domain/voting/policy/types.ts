import type { Interval } from '../../phases.ts'

/** A calendar day in Asia/Shanghai, or so many hours from each vote on. */
export type VotePeriod = { kind: 'day' } | { kind: 'rolling'; hours: number }

/** When the totals are shown to the public. `at` is a time of day in Shanghai, `09:00`. */
export type VoteCounts =
  { shown: 'live' } | { shown: 'daily'; at: string } | { shown: 'afterClose' }

export const voterGroups = ['participants', 'members'] as const
export type VoterGroup = (typeof voterGroups)[number]

/**
 * The rules of a vote as data, made by `readPolicy`: nothing else says what a voter may do. A limit
 * of null is none. A voided vote stays used: voiding gives nobody a vote back.
 */
export type VotePolicy = {
  /** Half-open. */
  window: Interval
  period: VotePeriod
  /** Of one voter over all works of the round. */
  votesPerPeriod: number | null
  votesPerEntryPerPeriod: number | null
  /** Of one voter for one work while the round lasts. */
  votesPerEntry: number | null
  /** How many works a ballot names, all different; equal numbers: exactly so many. */
  ballot: { min: number; max: number }
  counts: VoteCounts
  voters: VoterGroup
  /** How long ago the voter's identity must have been made; 0: no matter. */
  minimumAgeHours: number
}
