import { emptyFrontier, extend, frontierRoot } from '../merkle/frontier.ts'
import { leafHash, sameBytes, type Hash } from '../merkle/hashing.ts'
import { headFault, joinFaults, rowFault, type LedgerFault } from './faults.ts'
import { brokenLink, headBytes, type LedgerHead } from './head.ts'
import { readRow, type LedgerRow } from './row.ts'
import { watchSequence } from './sequence.ts'
import { countRow, type Tally } from './tally.ts'

export type Audit = {
  /** What was counted so far. */
  readonly tally: Tally
  /** The next row as exported, and the hash of its leaf where the file has one. */
  row(bytes: Uint8Array, kept?: Uint8Array): void
  /** The hash of the next leaf, whose row the file keeps back: it is of another round. */
  keptBack(leaf: Uint8Array): void
  /** The hash of the next leaf, whose row is no longer there. */
  gone(leaf: Uint8Array): void
  /** A row that stands where the next leaf is, and was never sealed. */
  stray(bytes: Uint8Array): void
  /** The next head, at once when as many rows have come as it seals; `key` says whose signature it is. */
  head(head: LedgerHead, signature: Uint8Array, key?: string): void
  /** After the last row and the last head. No faults: the ledger is what was sealed. */
  end(): {
    faults: LedgerFault[]
    tally: Tally
    size: number
    heads: number
    /** Rows that the file keeps back. */
    keptBack: number
  }
}

/** Faults that are held: what is wrong with more than that is wrong altogether. */
const mostFaults = 10_000

/**
 * Recomputes a ledger from what was exported: tree, chain, signatures, totals. A row is named by itself
 * where its number or its kept leaf hash tells of it, else by the rows between two heads. What comes
 * after the first head that does not fit is not held against later heads: they all contain it.
 */
export function openAudit({
  hash,
  isSigned,
}: {
  hash: Hash
  isSigned: (bytes: Uint8Array, signature: Uint8Array, key?: string) => boolean
}): Audit {
  const faults: LedgerFault[] = []
  const tally: Tally = new Map()
  const sequence = watchSequence()
  const votes = rememberVotes()
  let frontier = emptyFrontier
  let leaves: Uint8Array[] = []
  let lastHead: LedgerHead | null = null
  let [sealed, heads, keptBack] = [0, 0, 0]
  let isFitting = true

  const say = (fault: LedgerFault) => {
    const joined = joinFaults(faults.at(-1), fault)
    if (joined) faults[faults.length - 1] = joined
    else if (faults.length < mostFaults) faults.push(fault)
  }

  const grow = () => {
    frontier = extend(hash, frontier, leaves)
    leaves = []
  }
  const add = (leaf: Uint8Array) => {
    leaves.push(leaf)
    if (leaves.length >= 4096) grow()
  }
  /** The place of the next leaf. */
  const here = () => {
    const from = frontier.size + leaves.length
    return { from, to: from + 1 }
  }

  return {
    tally,

    row(bytes, kept) {
      const one = here()
      const leaf = leafHash(hash, bytes)
      if (kept && !sameBytes(kept, leaf)) say(rowFault('row-changed', one))
      // By the kept hash, so that one changed row does not hide what else is right.
      add(kept ?? leaf)
      const row = readRow(bytes)
      if (!row) {
        sequence.skip()
        say(rowFault('row-unreadable', one))
        return
      }
      const self = { from: row.seq, to: row.seq + 1 }
      const came = sequence.see(row.seq)
      if (came === 'late') say(rowFault('row-moved', self))
      if (came === 'twice') say(rowFault('row-added', self))
      const wrong = votes.see(row)
      if (wrong) say(rowFault(wrong, self))
      countRow(tally, row)
    },

    keptBack(leaf) {
      add(leaf)
      sequence.skip()
      keptBack += 1
    },

    gone(leaf) {
      say(rowFault('rows-missing', here()))
      add(leaf)
      sequence.skip()
    },

    stray(bytes) {
      say(rowFault('row-stray', here()))
      const row = readRow(bytes)
      if (row) countRow(tally, row)
    },

    head(head, signature, key) {
      const broken = brokenLink(hash, lastHead, head)
      if (broken) say(headFault('head-broken', head.number, broken))
      if (!isSigned(headBytes(head), signature, key)) {
        say(headFault('signature-wrong', head.number))
      }
      grow()
      const { size } = frontier
      const fits = head.size === size && sameBytes(head.root, frontierRoot(hash, frontier))
      if (!fits && isFitting) {
        isFitting = false
        const rows = { from: sealed, to: Math.max(head.size, size) }
        say(rowFault('rows-changed', rows, head.number))
      }
      lastHead = head
      heads += 1
      sealed = size
    },

    end() {
      grow()
      const { size } = frontier
      for (const gap of sequence.missing()) say(rowFault('rows-missing', gap))
      if (size > sealed) say(rowFault('rows-unsealed', { from: sealed, to: size }))
      return { faults, tally, size, heads, keptBack }
    },
  }
}

/** Four bytes a row: a Map holds no more than 16 million. 0: no vote, else the number of its entry. */
function rememberVotes() {
  const names = new Map<string, number>()
  const voided = new Set<number>()
  let entries = new Uint32Array(1024)

  const remember = (seq: number, entry: number) => {
    if (seq >= entries.length) {
      // A number out of all order must not ask for all memory: its vote is as good as missing.
      if (seq >= entries.length * 16) return
      const more = new Uint32Array(Math.max(seq + 1, entries.length * 2))
      more.set(entries)
      entries = more
    }
    entries[seq] = entry
  }

  return {
    see(row: LedgerRow): 'void-of-nothing' | 'void-twice' | null {
      const name = JSON.stringify([row.round, row.entry])
      const entry = names.get(name) ?? names.size + 1
      names.set(name, entry)
      if (row.kind === 'vote') {
        remember(row.seq, entry)
        return null
      }
      if (entries[row.of] !== entry) return 'void-of-nothing'
      if (voided.has(row.of)) return 'void-twice'
      voided.add(row.of)
      return null
    },
  }
}
