import { rowBytes, type VoidClass } from '../../../domain/voting/ledger.ts'
import type { Db } from './db.ts'
import { readNames, type Names } from './names.ts'
import { openSealedRows, type SealedRow } from './sealed-rows.ts'

/** A sealed row with the hash of its leaf, or what is wrong between the two. */
export type Leaf =
  | { kind: 'row'; round: string; row: Uint8Array; hash: Buffer }
  /** Sealed, but no longer in its table. */
  | { kind: 'gone'; hash: Buffer }
  /** In its table among sealed rows, but never sealed. */
  | { kind: 'stray'; round: string; row: Uint8Array }

type Part = {
  from: number
  kind: 'vote' | 'void'
  ids: string[]
  hashes: Buffer
  voters: Buffer | null
}

const noVoter = Buffer.alloc(32)

/**
 * Walks the leaves of the first `size` rows in their order, beside the tables that they were made of, in
 * lists of some hundreds: rows are made anew from the tables, hashes are those that were sealed.
 *
 * @param db one client in a transaction that sees one state only
 */
export async function* readLeaves(db: Db, size: number): AsyncGenerator<Leaf[]> {
  const names = await readNames(db)
  const tables = {
    vote: await openSealedRows(db, 'vote'),
    void: await openSealedRows(db, 'void'),
  }
  for (let from = 0; from < size;) {
    const parts = await readParts(db, from, size)
    if (parts.length === 0) throw new Error(`The leaf ${from} of ${size} is not there`)
    for (const part of parts) {
      const leaves: Leaf[] = []
      const table = tables[part.kind]
      for (const [index, id] of part.ids.entries()) {
        const seq = part.from + index
        const hash = part.hashes.subarray(index * 32, index * 32 + 32)
        const voter = part.voters?.subarray(index * 32, index * 32 + 32) ?? noVoter
        const { row, strays } = await table.take(id, seq)
        for (const stray of strays)
          leaves.push({ kind: 'stray', ...made(names, stray, seq, noVoter) })
        leaves.push(
          row ? { kind: 'row', hash, ...made(names, row, seq, voter) } : { kind: 'gone', hash },
        )
      }
      from = part.from + part.ids.length
      yield leaves
    }
  }
  // What stands behind the last sealed row of a table, and yet before what is to be sealed.
  for (const table of [tables.vote, tables.void]) {
    for (;;) {
      const rest = await table.rest()
      if (rest.length === 0) break
      yield rest.map((stray) => ({ kind: 'stray' as const, ...made(names, stray, size, noVoter) }))
    }
  }
}

function made(names: Names, one: SealedRow, seq: number, voter: Buffer) {
  const round = names.round(one.round)
  const common = { seq, at: one.at, round, entry: names.entry(one.round, one.number) }
  if (!one.voids) return { round, row: rowBytes({ kind: 'vote', ...common, voter }) }
  const { of, class: why, case: decided } = one.voids
  // What takes back no earlier row is no row: its bytes are none, and its hash tells.
  if (of === undefined || of >= seq) return { round, row: new Uint8Array() }
  const taken = { of, class: why as VoidClass, case: decided }
  return { round, row: rowBytes({ kind: 'void', ...common, ...taken }) }
}

async function readParts(db: Db, from: number, size: number): Promise<Part[]> {
  const { rows } = await db.query(
    `select from_seq, kind, ids, hashes, voters from ledger_leaves
     where from_seq >= $1 and from_seq < $2 order by from_seq limit 8`,
    [from, size],
  )
  return rows.map(({ from_seq, kind, ids, hashes, voters }) => ({
    ...{ from: Number(from_seq), kind, ids, hashes, voters },
  }))
}
