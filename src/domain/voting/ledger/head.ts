import { blob, pack, u8, unpack } from '../bytes.ts'
import { sameBytes, type Hash } from '../merkle/hashing.ts'

/** A sealed state of the ledger: what is signed, and chained to the state before. */
export type LedgerHead = {
  /** Which ledger: `votes-2022`. A signature under one says nothing about another. */
  ledger: string
  /** From 0 on, without a gap. */
  number: number
  /** How many rows it seals, those of earlier heads included. */
  size: number
  root: Uint8Array
  /** `headHash` of the head before; empty for the first. */
  previous: Uint8Array
  /** When it was sealed, in milliseconds since 1970. */
  at: number
}

const mark = 'vote-ledger.head'
const version = 1

/** The bytes of a head: what is signed, and what `headHash` hashes. They never are those of a row. */
export function headBytes(head: LedgerHead): Uint8Array {
  return pack([
    ...[mark, u8(version), head.ledger, head.number, head.size],
    ...[blob(head.root), blob(head.previous), head.at],
  ])
}

/** The head that `headBytes` wrote so, or null for all other bytes. */
export function readHead(bytes: Uint8Array): LedgerHead | null {
  const read = unpack(bytes)
  if (read.text() !== mark || read.u8() !== version) return null
  const ledger = read.text()!
  const [number, size] = [read.u64()!, read.u64()!]
  const [root, previous] = [read.blob()!, read.blob()!]
  const at = read.u64()!
  if (!read.isWhole()) return null
  return { ledger, number, size, root: root.slice(), previous: previous.slice(), at }
}

export const headHash = (hash: Hash, head: LedgerHead): Uint8Array => hash(headBytes(head))

/** The head after `previous` (null: the first). */
export function nextHead(
  hash: Hash,
  previous: LedgerHead | null,
  sealed: { ledger: string; size: number; root: Uint8Array; at: number },
): LedgerHead {
  return {
    ...sealed,
    number: previous ? previous.number + 1 : 0,
    previous: previous ? headHash(hash, previous) : new Uint8Array(),
  }
}

/** The first thing in which a head does not follow from the one before, or null. */
export function brokenLink(
  hash: Hash,
  previous: LedgerHead | null,
  head: LedgerHead,
): keyof LedgerHead | null {
  if (previous && head.ledger !== previous.ledger) return 'ledger'
  if (head.number !== (previous ? previous.number + 1 : 0)) return 'number'
  const expected = previous ? headHash(hash, previous) : new Uint8Array()
  if (!sameBytes(head.previous, expected)) return 'previous'
  if (previous && head.size < previous.size) return 'size'
  if (previous && head.at < previous.at) return 'at'
  return null
}
