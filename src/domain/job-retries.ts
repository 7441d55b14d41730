const first = 5
const longest = 900

/** How long a job rests after its nth failed try, in seconds: 5, 20, 80, … and never over a quarter of an hour. */
export function retryAfterSeconds(attempts: number): number {
  return Math.min(longest, first * 4 ** Math.max(0, attempts - 1))
}

/**
 * So often at most a job is begun. A try that ended with its worker is given back, since a machine that
 * was switched off says nothing about the job; one that its workers die of is given up all the same.
 */
export const mostTries = 8
