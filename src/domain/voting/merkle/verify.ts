import { emptyRoot, nodeHash, sameBytes, type Hash } from './hashing.ts'

const isOdd = (value: number) => value % 2 === 1
const half = (value: number) => Math.floor(value / 2)
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0

/**
 * Is the leaf with this hash the `leaf`-th (from 0) of the tree of `size` leaves with this root?
 * RFC 9162, 2.1.3.2.
 */
export function verifyInclusion(
  hash: Hash,
  given: {
    leaf: number
    size: number
    leafHash: Uint8Array
    proof: readonly Uint8Array[]
    root: Uint8Array
  },
): boolean {
  const { leaf, size, proof, root } = given
  if (!isCount(leaf) || !isCount(size) || leaf >= size) return false
  let [place, last, made] = [leaf, size - 1, given.leafHash]
  for (const one of proof) {
    if (last === 0) return false
    if (isOdd(place) || place === last) {
      made = nodeHash(hash, one, made)
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      made = nodeHash(hash, made, one)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && sameBytes(made, root)
}

/**
 * Is the tree of `old` leaves the beginning of the tree of `size` leaves: was nothing changed,
 * removed or put in between? RFC 9162, 2.1.4.2; the empty tree is the beginning of every tree.
 */
export function verifyConsistency(
  hash: Hash,
  given: {
    old: number
    oldRoot: Uint8Array
    size: number
    root: Uint8Array
    proof: readonly Uint8Array[]
  },
): boolean {
  const { old, oldRoot, size, root, proof } = given
  if (!isCount(old) || !isCount(size) || old > size) return false
  if (old === 0) return proof.length === 0 && sameBytes(oldRoot, emptyRoot(hash))
  if (old === size) return proof.length === 0 && sameBytes(oldRoot, root)
  if (proof.length === 0) return false
  let [place, last] = [old - 1, size - 1]
  while (isOdd(place)) [place, last] = [half(place), half(last)]
  // A whole old tree is a node of the new one: its hash is known and not in the proof.
  const [first, ...rest] = place === 0 ? [oldRoot, ...proof] : proof
  let [madeOld, made] = [first!, first!]
  for (const one of rest) {
    if (last === 0) return false
    if (isOdd(place) || place === last) {
      madeOld = nodeHash(hash, one, madeOld)
      made = nodeHash(hash, one, made)
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      made = nodeHash(hash, made, one)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && sameBytes(madeOld, oldRoot) && sameBytes(made, root)
}
