import type { LeafRange, NodeAt, NodeId } from '../../../domain/voting/merkle.ts'
import { nodeHash, wholeSubtrees } from '../../../domain/voting/merkle.ts'
import type { Db } from './db.ts'
import { blockLevel, blockSize } from './parts.ts'
import { sha256 } from './sha256.ts'

export type Node = NodeId & { hash: Uint8Array }

/** Keeps the whole subtrees from the size of a block up. */
export async function writeNodes(db: Db, nodes: readonly Node[]): Promise<void> {
  if (nodes.length === 0) return
  await db.query(
    `insert into ledger_nodes (level, index, hash)
     select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])`,
    [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => `\\x${Buffer.from(hash).toString('hex')}`),
    ],
  )
}

/** Reads what the hashes of these ranges are made of; `size` is the tree's. */
export async function nodesFor(
  db: Db,
  ranges: readonly LeafRange[],
  size: number,
): Promise<NodeAt> {
  const wanted = ranges.flatMap(wholeSubtrees)
  const high = wanted.filter(({ level }) => level >= blockLevel)
  const low = wanted.filter(({ level }) => level < blockLevel)
  const blocks = [...new Set(low.map(blockOf))]
  const kept = new Map<string, Uint8Array>()
  if (high.length > 0) {
    const { rows } = await db.query(
      `select level, index, hash from ledger_nodes
       where (level, index) in (select * from unnest($1::smallint[], $2::bigint[]))`,
      [high.map(({ level }) => level), high.map(({ index }) => index)],
    )
    for (const { level, index, hash } of rows) kept.set(`${level} ${index}`, hash)
  }
  const leaves = new Map<number, Buffer>()
  for (const block of blocks) leaves.set(block, await leavesOf(db, block, size))
  return ({ level, index }) => {
    const found =
      level >= blockLevel
        ? kept.get(`${level} ${index}`)
        : within(leaves.get(blockOf({ level, index })), level, index)
    if (!found) throw new Error(`The tree of ${size} has no subtree ${index} of level ${level}`)
    return found
  }
}

const blockOf = ({ level, index }: NodeId) => Math.floor((index * 2 ** level) / blockSize)

async function leavesOf(db: Db, block: number, size: number): Promise<Buffer> {
  const from = block * blockSize
  const { rows } = await db.query(
    `select hashes from ledger_leaves where from_seq >= $1 and from_seq < $2 order by from_seq`,
    [from, Math.min(from + blockSize, size)],
  )
  return Buffer.concat(rows.map(({ hashes }) => hashes))
}

/** The hash of a subtree inside of a block, from the block's leaves. */
function within(leaves: Buffer | undefined, level: number, index: number): Uint8Array | null {
  const count = 2 ** level
  const from = (index * count) % blockSize
  if (!leaves || leaves.length < (from + count) * 32) return null
  let hashes: Uint8Array[] = []
  for (let at = from; at < from + count; at += 1)
    hashes.push(leaves.subarray(at * 32, at * 32 + 32))
  while (hashes.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at < hashes.length; at += 2) {
      above.push(nodeHash(sha256, hashes[at]!, hashes[at + 1]!))
    }
    hashes = above
  }
  return hashes[0]!
}
