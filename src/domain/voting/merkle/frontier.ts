import { emptyRoot, nodeHash, type Hash } from './hashing.ts'
import { wholeSubtrees, type NodeId } from './tree.ts'

/**
 * All that is needed of a tree to go on with it: how many leaves, and the hashes of its whole
 * subtrees (`wholeSubtrees`), largest first: one a 1-bit of `size`, 26 for 36 million leaves.
 */
export type Frontier = { size: number; peaks: readonly Uint8Array[] }

export const emptyFrontier: Frontier = { size: 0, peaks: [] }

/**
 * Adds leaves (their hashes). `onNode` hears of every subtree that became whole, leaves too, so that
 * a caller can keep those that proofs will ask for; each is told once in the life of a tree.
 */
export function extend(
  hash: Hash,
  frontier: Frontier,
  leaves: Iterable<Uint8Array>,
  onNode?: (node: NodeId, hash: Uint8Array) => void,
): Frontier {
  const peaks = [...frontier.peaks]
  let size = frontier.size
  for (const leaf of leaves) {
    let node = { level: 0, index: size }
    let made = leaf
    onNode?.(node, made)
    // Like carrying a one: two subtrees of a size become one of the next.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      made = nodeHash(hash, peaks.pop()!, made)
      node = { level: node.level + 1, index: (node.index - 1) / 2 }
      onNode?.(node, made)
    }
    peaks.push(made)
    size += 1
  }
  return { size, peaks }
}

/** The root of the tree that a frontier stands for. */
export function frontierRoot(hash: Hash, { peaks }: Frontier): Uint8Array {
  if (peaks.length === 0) return emptyRoot(hash)
  return peaks.reduceRight((right, left) => nodeHash(hash, left, right))
}

/** Is this a frontier at all (as read from a database)? */
export function isFrontier({ size, peaks }: Frontier): boolean {
  if (!Number.isSafeInteger(size) || size < 0) return false
  return peaks.length === wholeSubtrees({ from: 0, to: size }).length
}
