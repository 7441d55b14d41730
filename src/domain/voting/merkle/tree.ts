import { emptyRoot, leftOf, nodeHash, type Hash } from './hashing.ts'

/** A whole subtree of 2^level leaves, the `index`-th of its level from the left. Leaves: level 0. */
export type NodeId = { level: number; index: number }
/** Leaves from `from` on, up to but without `to`. */
export type LeafRange = { from: number; to: number }
/** Gives the hash of a whole subtree; called for none that reaches past the tree. */
export type NodeAt = (node: NodeId) => Uint8Array

/** RFC 9162, 2.1.1: the root over the hashes of all leaves (`leafHash`), by definition. */
export function rootOf(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot(hash)
  return rangeHash(hash, { from: 0, to: leaves.length }, nodesOver(hash, leaves))
}

/** The whole subtrees that make up a range as a tree holds one, largest first. */
export function wholeSubtrees({ from, to }: LeafRange): NodeId[] {
  const nodes: NodeId[] = []
  for (let at = from; at < to;) {
    let [level, size] = [0, 1]
    while (size * 2 <= to - at) [level, size] = [level + 1, size * 2]
    nodes.push({ level, index: at / size })
    at += size
  }
  return nodes
}

/** The hash of a range as a tree holds one, from its whole subtrees. */
export function rangeHash(hash: Hash, range: LeafRange, nodeAt: NodeAt): Uint8Array {
  const hashes = wholeSubtrees(range).map(nodeAt)
  // The right edge is joined first: ((8) ((4) (1))).
  return hashes.reduceRight((right, left) => nodeHash(hash, left, right))
}

/** Nodes of a tree whose leaf hashes are all at hand: for tests, tiles, and the verifier. */
export function nodesOver(hash: Hash, leaves: readonly Uint8Array[]): NodeAt {
  const levels: Uint8Array[][] = [[...leaves]]
  while (levels.at(-1)!.length > 1) {
    const below = levels.at(-1)!
    const above: Uint8Array[] = []
    for (let at = 0; at + 1 < below.length; at += 2) {
      above.push(nodeHash(hash, below[at]!, below[at + 1]!))
    }
    levels.push(above)
  }
  return ({ level, index }) => {
    const node = levels[level]?.[index]
    if (!node) throw new RangeError(`No whole subtree ${index} of level ${level}`)
    return node
  }
}

/** The ranges whose hashes prove that a leaf is in a tree, from the leaf up (RFC 9162, 2.1.3.1). */
export function inclusionRanges(leaf: number, size: number): LeafRange[] {
  if (!(leaf >= 0 && leaf < size)) throw new RangeError(`No leaf ${leaf} in a tree of ${size}`)
  const ranges: LeafRange[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + leftOf(to - from)
    if (leaf < middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  return ranges.reverse()
}

/** The ranges whose hashes prove that a tree of `old` leaves is the beginning of one of `size`. */
export function consistencyRanges(old: number, size: number): LeafRange[] {
  if (!(old >= 0 && old <= size)) throw new RangeError(`A tree of ${size} never had ${old} leaves`)
  if (old === 0 || old === size) return []
  const ranges: LeafRange[] = []
  let [from, to] = [0, size]
  // RFC 9162, 2.1.4.1: down to the last subtree of the old tree that the new one has as well.
  while (old !== to) {
    const middle = from + leftOf(to - from)
    if (old <= middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  // Where that is the whole old tree, the verifier has its hash already.
  if (from > 0) ranges.push({ from, to })
  return ranges.reverse()
}

/** The hashes of a proof, from what `inclusionRanges` or `consistencyRanges` asks for. */
export function proofOf(hash: Hash, ranges: readonly LeafRange[], nodeAt: NodeAt): Uint8Array[] {
  return ranges.map((range) => rangeHash(hash, range, nodeAt))
}
