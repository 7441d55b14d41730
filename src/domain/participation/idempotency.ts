/** How long an answer is kept under its key, and after which time a request counts as lost. */
export const keptFor = 24 * 3_600_000
export const lostAfter = 60_000

/** What is kept under a key. `at`: when the request came, in milliseconds. */
export type KeptAnswer = {
  fingerprint: string
  state: 'working' | 'done'
  at: number
}

export type KeyDecision = 'run' | 'replay' | 'in-flight' | 'reused'

/**
 * What a request with a key meets. A key that is too old is a new one; one whose request was lost (its
 * process died: nothing of it was written) is taken over by the same request.
 */
export function decideKey({
  kept,
  fingerprint,
  now,
}: {
  kept: KeptAnswer | null
  fingerprint: string
  now: number
}): KeyDecision {
  if (!kept || now - kept.at >= keptFor) return 'run'
  if (kept.fingerprint !== fingerprint) return 'reused'
  if (kept.state === 'done') return 'replay'
  return now - kept.at >= lostAfter ? 'run' : 'in-flight'
}

/** Letters, digits and what else is seen in a key: any UUID, at most 200 characters. */
export function isKey(value: string): boolean {
  return /^[\x21-\x7e]{1,200}$/.test(value)
}
