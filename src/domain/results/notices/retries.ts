const minute = 60
const hour = 60 * minute

// Together some three days, as the Standard Webhooks specification proposes.
const waits = {
  webhook: [
    5,
    5 * minute,
    30 * minute,
    2 * hour,
    5 * hour,
    10 * hour,
    14 * hour,
    20 * hour,
    24 * hour,
  ],
  mail: [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, 24 * hour, 24 * hour],
} as const

/** So long after it was written an unsent notice is of no use any more, in days. */
export const staleAfterDays = 7

/** A webhook that failed so long without one success is switched off, in hours. */
export const disabledAfterHours = 120

/**
 * How long a notice rests after its nth failed try, in seconds; null: it was the last. Up to a fifth more
 * or less, so that what failed together does not come back together.
 *
 * @param chance 0 to 1
 */
export function nextTryAfter(
  channel: 'mail' | 'webhook',
  attempts: number,
  chance: number,
): number | null {
  const wait = waits[channel][attempts - 1]
  return wait === undefined ? null : Math.round(wait * (0.8 + 0.4 * chance))
}

/** How long the post office is left alone after it was away so many times in a row, in seconds. */
export function pauseAfter(failures: number): number {
  return Math.min(300, 5 * 2 ** Math.min(10, Math.max(0, failures - 1)))
}
