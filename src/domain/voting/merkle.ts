export {
  emptyFrontier,
  extend,
  frontierRoot,
  isFrontier,
  type Frontier,
} from './merkle/frontier.ts'
export { emptyRoot, leafHash, nodeHash, sameBytes, type Hash } from './merkle/hashing.ts'
export {
  consistencyRanges,
  inclusionRanges,
  nodesOver,
  proofOf,
  rangeHash,
  rootOf,
  wholeSubtrees,
  type LeafRange,
  type NodeAt,
  type NodeId,
} from './merkle/tree.ts'
export { verifyConsistency, verifyInclusion } from './merkle/verify.ts'
