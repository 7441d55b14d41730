/**
 * Chance that can be repeated: the same seed gives the same demo on every machine.
 * xmur3 (hash) feeding sfc32 (generator), both public domain (bryc/code, PRNGs.md).
 */

export type Random = {
  /** Uniform in [0, 1). */
  next: () => number
  /** Uniform in [low, high). */
  between: (low: number, high: number) => number
  /** Whole number, both ends included. */
  integer: (low: number, high: number) => number
  /** True with the given probability. */
  chance: (probability: number) => boolean
  /** One of the list; the list must not be empty. */
  pick: <Item>(list: readonly Item[]) => Item
  /** `count` different items in a random order (all of them when the list is shorter). */
  sample: <Item>(list: readonly Item[], count: number) => Item[]
  /** A generator of its own, so that one more draw here does not move everything after it. */
  fork: (name: string) => Random
}

/** @param seed any string or number; equal seeds give equal sequences. */
export const createRandom = (seed: number | string): Random => {
  const hash = hashOf(String(seed))
  const next = sfc32(hash(), hash(), hash(), hash())
  for (let warm = 0; warm < 12; warm++) next()
  const between = (low: number, high: number) => low + next() * (high - low)
  const integer = (low: number, high: number) => Math.floor(between(low, high + 1))
  return {
    next,
    between,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('pick() needs at least one item')
      return list[integer(0, list.length - 1)]!
    },
    sample: (list, count) => {
      const rest = [...list]
      const taken: typeof rest = []
      while (taken.length < count && rest.length > 0) {
        taken.push(...rest.splice(integer(0, rest.length - 1), 1))
      }
      return taken
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  }
}

const hashOf = (text: string) => {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    h ^= h >>> 16
    return h >>> 0
  }
}

const sfc32 = (seedA: number, seedB: number, seedC: number, seedD: number) => {
  let [a, b, c, d] = [seedA, seedB, seedC, seedD]
  return () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
}
