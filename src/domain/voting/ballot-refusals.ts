import type { Words } from '../words.ts'
import type { EntryLeft, Standing } from './standing.ts'

/** Why a ballot is not taken, in the order in which it is asked: one code, one rule. */
export const ballotRefusalCodes = [
  'vote-window-not-open',
  'vote-window-closed',
  'vote-round-paused',
  'voter-not-member',
  'voter-too-new',
  'ballot-duplicate',
  'ballot-size',
  'vote-entry-not-candidate',
  'vote-entry-quota-exceeded',
  'vote-quota-exceeded',
] as const
export type BallotRefusalCode = (typeof ballotRefusalCodes)[number]

/**
 * `left` is what the voter still has, whatever was wrong; `entries` the works at fault, with what is
 * left for each where a limit was met; `from` when the same ballot may be tried again, where known.
 */
export type BallotRefusal = {
  code: BallotRefusalCode
  words: Words
  left: Standing
  entries: { entry: string; left: EntryLeft | null }[]
  from: Date | null
}

/** HTTP status of a refusal: 403 for who, 422 for what, 409 for when and how much. */
export const statusOf: Record<BallotRefusalCode, 403 | 409 | 422> = {
  'vote-window-not-open': 409,
  'vote-window-closed': 409,
  'vote-round-paused': 409,
  'voter-not-member': 403,
  'voter-too-new': 403,
  'ballot-duplicate': 422,
  'ballot-size': 422,
  'vote-entry-not-candidate': 422,
  'vote-entry-quota-exceeded': 409,
  'vote-quota-exceeded': 409,
}
