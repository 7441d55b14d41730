/**
 * Perceptual hashes of pictures, 64 bits. Two pictures that differ in few bits look alike: copies that
 * were made smaller, encoded anew or brightened differ in 0 to 6 bits, unrelated ones in about 32.
 */

/** Most bits in which two prints differ that are put before a reviewer. */
export const nearBits = 8

/** Prints with almost no or almost all bits set come from flat pictures (black, white, faded out). */
const leastBits = 8

const bits = 64n

/** In how many bits two hashes (signed or unsigned 64-bit) differ, 0 to 64. */
export function differingBits(a: bigint, b: bigint): number {
  return bitCount(BigInt.asUintN(64, a ^ b))
}

/** How alike two pictures are, 0 to 1, from the bits in which their hashes differ. */
export function pictureMeasure(differing: number): number {
  return 1 - differing / Number(bits)
}

/** Whether a hash says something of its picture; all flat pictures have the same few. */
export function isTelling(hash: bigint): boolean {
  const set = bitCount(BigInt.asUintN(64, hash))
  return set >= leastBits && set <= 64 - leastBits
}

/** The four 16-bit bands of a hash, lowest first. */
export function bandsOf(hash: bigint): [number, number, number, number] {
  const plain = BigInt.asUintN(64, hash)
  const band = (index: bigint) => Number((plain >> (16n * index)) & 0xffffn)
  return [band(0n), band(1n), band(2n), band(3n)]
}

/**
 * The 137 values that differ from a 16-bit band in at most two bits. Two hashes that differ in at most
 * {@link nearBits} bits have at least one band of the four in which they differ in at most two.
 */
export function nearBands(band: number): number[] {
  return nearMasks.map((mask) => band ^ mask)
}

const nearMasks = (() => {
  const single = Array.from({ length: 16 }, (_, bit) => 1 << bit)
  const pairs = single.flatMap((one, index) => single.slice(index + 1).map((other) => one | other))
  return [0, ...single, ...pairs]
})()

function bitCount(value: bigint): number {
  let count = 0
  for (let rest = value; rest > 0n; rest &= rest - 1n) count += 1
  return count
}

/** What two films have in common, by the frames of each that have a near frame in the other. */
export type FilmMatch = {
  /** Telling frames of each film. */
  frames: readonly [number, number]
  /** Frames of each film that have a near one in the other. */
  matched: readonly [number, number]
  /** Measure of the best pair of each matched frame, averaged, 0 to 1. */
  measure: number
}

/** The share of frames that two films need to have in common to be put before a reviewer. */
export const filmShare = 0.5

/**
 * How alike two films are, 0 to 1: the shared part of the shorter one, weighed by how alike the frames
 * are; null when they share less than {@link filmShare}. One frame alone (a title card, a logo) makes no
 * likeness, unless the film has no more.
 */
export function filmMeasure({ frames, matched, measure }: FilmMatch): number | null {
  const shares = frames.map((all, index) => (all === 0 ? 0 : matched[index]! / all))
  const share = Math.max(...shares)
  const few = Math.min(...frames) > 1 && Math.min(...matched) < 2
  if (share < filmShare || few) return null
  return Math.min(1, share) * measure
}
