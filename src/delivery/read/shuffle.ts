import { createHash } from 'node:crypto'

/** A walk round the circle of all entries in one of the fixed shuffles (migration showcase). */
export type Shuffle = {
  /** Which of the shuffles, 0 to 3. */
  number: number
  isDescending: boolean
  /** The hash at which the walk begins and ends: a whole number of 64 bits, in digits. */
  start: string
}

/** The walk that belongs to a seed: the same one on every node and every day. */
export function shuffleOf(seed: string): Shuffle {
  const hash = createHash('sha256').update(seed).digest()
  return {
    number: hash[0]! & 3,
    isDescending: (hash[0]! & 4) !== 0,
    start: String(hash.readBigInt64BE(8)),
  }
}

/** The seed of those who give none: another one each minute, the same on every node. */
export function seedOfTheMinute(now: number): string {
  return Math.floor(now / 60_000).toString(36)
}
