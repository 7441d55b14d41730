/**
 * Chance that can be drawn again: whole numbers below `below`, the same for the same seed on every
 * machine, by 32-bit arithmetic alone. Not for secrets.
 *
 * The generator is sfc32 (Doty-Humphrey, PractRand), begun from FNV-1a hashes of the seed.
 */
export type Chance = (below: number) => number

export function chanceOf(seed: string): Chance {
  let [a, b, c] = [fnv(`a${seed}`), fnv(`b${seed}`), fnv(`c${seed}`)]
  let count = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  // The first numbers still resemble the seed.
  for (let round = 0; round < 15; round += 1) next()
  return (below) => Math.floor((next() / 2 ** 32) * below)
}

/** A work's lot: the lower one is drawn first. Independent of which other works draw. */
export function lotOf(seed: string, id: string): number {
  const chance = chanceOf(`${seed}\n${id}`)
  return chance(2 ** 26) * 2 ** 26 + chance(2 ** 26)
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle<Item>(items: Item[], chance: Chance): Item[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = chance(at + 1)
    const item = items[at]!
    items[at] = items[other]!
    items[other] = item
  }
  return items
}

// By UTF-16 units, both halves of each, so that every character counts.
function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 255), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return hash | 0
}
