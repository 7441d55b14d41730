/** SHA-256 in the ledger; given as a function, since the domain imports nothing. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** RFC 9162, 2.1.1: `HASH(0x00 || leaf)`. The first byte keeps a leaf from passing as a node. */
export function leafHash(hash: Hash, leaf: Uint8Array): Uint8Array {
  const length = 1 + leaf.length
  const bytes = length <= leafRoom.length ? leafRoom.subarray(0, length) : new Uint8Array(length)
  bytes.set(leaf, 1)
  return hash(bytes)
}

/** RFC 9162, 2.1.1: `HASH(0x01 || left || right)`. */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  const length = 1 + left.length + right.length
  const bytes = length === nodeRoom.length ? nodeRoom : new Uint8Array(length)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + left.length)
  return hash(bytes)
}

// Used again and again: a hash is done with its bytes when it returns, and getting room for them takes as
// long as hashing them.
const leafRoom = new Uint8Array(512)
const nodeRoom = new Uint8Array(65)

/** The root of a tree without leaves: the hash of nothing. */
export const emptyRoot = (hash: Hash): Uint8Array => hash(new Uint8Array())

/** The largest power of two below `size`: how many leaves lie to the left. `size` at least 2. */
export function leftOf(size: number): number {
  // Not by bits: those of numbers end at 32.
  let left = 1
  while (left * 2 < size) left *= 2
  return left
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}
