/**
 * Aho–Corasick: finds all of many words in one walk over a text, in time that grows with the text and
 * the number of finds alone. Words and texts are code points, so that a word is never found across half
 * a character. Source: A. Aho, M. Corasick, “Efficient string matching”, CACM 18 (1975).
 */
export type Automaton = {
  /** Next state by state and point; see {@link keyOf}. */
  next: ReadonlyMap<number, number>
  /** The state of the longest proper suffix that begins a word, by state. */
  fail: Int32Array
  /** The word that ends in a state, or -1. */
  word: Int32Array
  /** The nearest state down the suffixes in which a word ends, or 0. */
  shorter: Int32Array
  lengths: Int32Array
}

const root = 0

/** Builds the automaton; an empty word is never found, of equal words the last counts. */
export function buildAutomaton(words: readonly (readonly number[])[]): Automaton {
  const next = new Map<number, number>()
  // The tree's edges in the order of their making: a parent's state is always smaller than its child's.
  const parents: number[] = [root]
  const points: number[] = [0]
  const depths: number[] = [0]
  const word: number[] = [-1]
  words.forEach((characters, index) => {
    let state = root
    for (const point of characters) {
      const key = keyOf(state, point)
      let child = next.get(key)
      if (child === undefined) {
        child = parents.length
        next.set(key, child)
        parents.push(state)
        points.push(point)
        depths.push(depths[state]! + 1)
        word.push(-1)
      }
      state = child
    }
    if (state !== root) word[state] = index
  })
  const fail = new Int32Array(parents.length)
  const shorter = new Int32Array(parents.length)
  for (const state of byDepth(depths)) {
    if (state === root) continue
    let suffix = fail[parents[state]!]!
    const point = points[state]!
    let found = next.get(keyOf(suffix, point))
    while (found === undefined && suffix !== root) {
      suffix = fail[suffix]!
      found = next.get(keyOf(suffix, point))
    }
    // A word of one character would fail to itself.
    fail[state] = found === undefined || found === state ? root : found
    shorter[state] = word[fail[state]!]! >= 0 ? fail[state]! : shorter[fail[state]!]!
  }
  return {
    next,
    fail,
    word: Int32Array.from(word),
    shorter,
    lengths: Int32Array.from(words, (one) => one.length),
  }
}

/** Every place of every word in a text, overlapping ones too, by where they end, the longest first. */
export function findWords(
  { next, fail, word, shorter, lengths }: Automaton,
  points: readonly number[],
  found: (word: number, start: number, end: number) => void,
): void {
  let state = root
  for (let at = 0; at < points.length; at += 1) {
    const point = points[at]!
    let child = next.get(keyOf(state, point))
    while (child === undefined && state !== root) {
      state = fail[state]!
      child = next.get(keyOf(state, point))
    }
    state = child ?? root
    for (let end = word[state]! >= 0 ? state : shorter[state]!; end !== root; end = shorter[end]!) {
      const index = word[end]!
      found(index, at + 1 - lengths[index]!, at + 1)
    }
  }
}

// Code points have 21 bits; a number holds 53.
function keyOf(state: number, point: number): number {
  return state * 0x20_0000 + point
}

// A suffix is shorter than what it is the suffix of, so its own links are known first.
function byDepth(depths: readonly number[]): number[] {
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0)
  const levels: number[][] = Array.from({ length: deepest + 1 }, () => [])
  depths.forEach((depth, state) => levels[depth]!.push(state))
  return levels.flat()
}
