import type { Words } from '../../words.ts'

/**
 * What is known of a vote beside the vote, kept apart from it and for a short time. Instants are in
 * milliseconds since 1970; `at` is when the request came, not when its batch was written. `network` and
 * `device` are keyed hashes. `device` only where the client names one installation: a hash of make
 * and browser is shared by thousands and must be null here.
 */
export type VoteFact = {
  voter: string
  entry: string
  at: number
  since: number
  network: string | null
  device: string | null
}

export const signalCodes = [
  'burst',
  'young-identities',
  'network-share',
  'even-timing',
  'few-devices',
  'shared-device',
] as const
export type SignalCode = (typeof signalCodes)[number]

/** One thing that is odd about a group of votes: how odd, from 0 to 1, and why, in words. */
export type RiskSignal = { code: SignalCode; score: number; words: Words }

export const riskLevels = ['none', 'watch', 'challenge', 'review'] as const
/**
 * `watch`: shown to the fraud desk. `challenge`: further votes of the group do a proof of work first.
 * `review`: a case for people. No level ever refuses a vote.
 */
export type RiskLevel = (typeof riskLevels)[number]

/** Which votes belong together: for one entry, for one entry out of one network, from one device. */
export type RiskSubject =
  | { kind: 'entry'; entry: string }
  | { kind: 'crowd'; entry: string; network: string }
  | { kind: 'device'; device: string }

export type GroupRisk = {
  subject: RiskSubject
  votes: number
  voters: number
  /** 0 to 1, from all signals. */
  score: number
  level: RiskLevel
  signals: RiskSignal[]
}

export type RiskThresholds = {
  /** Groups of fewer votes say nothing (devices: of fewer voters than `from`). */
  leastVotes: number
  /** An identity is young for so long. */
  youngHours: number
  timing: { leastPairs: number; clockMs: number }
  /** A measure counts from `from` on, fully at `full`, and can then make `weight` of the score. */
  signals: Record<SignalCode, { from: number; full: number; weight: number }>
  levels: Record<Exclude<RiskLevel, 'none'>, number>
}

/**
 * What measures are taken of: a group of votes in sums. `young` and `known` count voters: those whose
 * identity was young when they first voted in the round, and those who named a device.
 */
export type GroupFacts = {
  subject: RiskSubject
  votes: number
  voters: number
  young: number
  known: number
  devices: number
  /** When the votes came, in any order. */
  times: readonly number[]
  /** All votes of the group’s entry, the group’s own among them. Of a device: its own. */
  ofEntry: number
}

/** What the votes of a whole round say together, against which each group is held. */
export type RoundFacts = {
  votes: number
  /** Votes by minute, in minutes since 1970. */
  minutes: ReadonlyMap<number, number>
  voters: number
  young: number
}
