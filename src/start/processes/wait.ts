const shortest = 200
const longest = 30_000
/** Whoever lived as long did not fall at once, and is not made to wait for those before. */
const livedWell = 60_000

/**
 * How long to wait before a process that fell is started again, in milliseconds: twice as long each time
 * that it fell soon.
 *
 * @param before what it waited the last time; 0: it had not fallen yet
 * @param lived for how long it ran
 */
export function waitBefore(before: number, lived: number): number {
  if (before === 0 || lived >= livedWell) return shortest
  return Math.min(longest, before * 2)
}
