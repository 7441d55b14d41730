import { freedAt, holds, quotasAt, type QuotaName } from './quotas.ts'
import type { VotePolicy } from './policy/types.ts'

/** A vote in the ledger, voided or not: a voided one stays used. */
export type CastVote = { entry: string; at: Date }

/** What a voter has left at an instant. Null: no limit, or none that changes. */
export type Standing = {
  /** Votes left in the period over all works. */
  remaining: number | null
  /** The next instant inside the window at which a used vote of the period comes back. */
  resetsAt: Date | null
}

/** What is left of one limit for one work. */
export type EntryLeft = { entry: string; quota: QuotaName; limit: number; left: number }

export function standingOf(policy: VotePolicy, history: readonly CastVote[], now: Date): Standing {
  const quotas = quotasAt(policy, now)
  const ofAll = quotas.find(({ name }) => name === 'period')
  const used = ofAll ? history.filter(({ at }) => holds(ofAll.span, at)).length : 0
  const inPeriod = quotas.find(({ span }) => span.kind !== 'round')
  const next = history
    .flatMap(({ at }) => (inPeriod && holds(inPeriod.span, at) ? freedAt(inPeriod.span, at)! : []))
    .reduce<Date | null>((first, one) => (first && first <= one ? first : one), null)
  return {
    // Two identities that turned out to be one person may have cast more than one may.
    remaining: ofAll ? Math.max(0, ofAll.places - used) : null,
    resetsAt: next && next < policy.window.to ? next : null,
  }
}

/** How many votes one work can still get from a voter, by the limit that leaves the fewest. */
export function leftForEntry(
  policy: VotePolicy,
  history: readonly CastVote[],
  entry: string,
  now: Date,
): EntryLeft | null {
  const own = history.filter((vote) => vote.entry === entry)
  return quotasAt(policy, now)
    .filter(({ perEntry }) => perEntry)
    .map(({ name, places, span }) => {
      const used = own.filter(({ at }) => holds(span, at)).length
      return { entry, quota: name, limit: places, left: Math.max(0, places - used) }
    })
    .reduce<EntryLeft | null>((least, one) => (least && least.left <= one.left ? least : one), null)
}
