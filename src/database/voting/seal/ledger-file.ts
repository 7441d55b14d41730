import { pack, u8 } from '../../../domain/voting/bytes.ts'
import { readPublicHead, type PublicHead } from './heads.ts'
import type { PublicJwk } from './keys.ts'

/**
 * A ledger as a file: JSON, one thing a line, bytes in base64. First what it is, then the rows with the
 * hashes of their leaves, each head behind the last row that it seals, at last the end, which is signed
 * and names the digest of all lines before it.
 *
 * The tree is one over all rounds. A file of one round has all leaves, but the rows of that round only:
 * it is checked as a whole file is, and tells nothing of other rounds. Whether rows of the round were
 * kept back as if they were of another one, only the whole file shows.
 */
export type FileStart = {
  format: 'vote-ledger'
  version: 1
  ledger: string
  /** Slug of the round whose rows are in it; null: of all rounds. */
  round: string | null
  made: string
  keys: PublicJwk[]
  rounds: { slug: string; title: string }[]
}

export type FileEnd = { rows: number; heads: number; at: string; sha256: string }

export type FileLine =
  | { kind: 'start'; start: FileStart }
  | { kind: 'row'; row: Buffer; leaf: Buffer }
  /** Of another round. */
  | { kind: 'keptBack'; leaf: Buffer }
  /** Sealed, but no longer in the database. */
  | { kind: 'gone'; leaf: Buffer }
  /** In the database among sealed ones, but never sealed. */
  | { kind: 'stray'; row: Buffer }
  | { kind: 'head'; head: NonNullable<ReturnType<typeof readPublicHead>> }
  | { kind: 'end'; end: FileEnd; key: string; signature: Buffer }

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const line = (value: object) => `${JSON.stringify(value)}\n`

// Rows are the millions: base64 needs no escaping.
export const rowLine = (row: Uint8Array, leaf: Uint8Array) =>
  `{"row":"${base64(row)}","leaf":"${base64(leaf)}"}\n`
export const keptBackLine = (leaf: Uint8Array) => `{"leaf":"${base64(leaf)}"}\n`
export const goneLine = (leaf: Uint8Array) => line({ gone: true, leaf: base64(leaf) })
export const strayLine = (row: Uint8Array) => line({ stray: base64(row) })
export const startLine = (start: FileStart) => line(start)
export const headLine = (head: PublicHead) => line({ head })
export const endLine = (end: FileEnd, key: string, signature: Uint8Array) =>
  line({ end, key, signature: base64(signature) })

/** What the end of a file is signed as; `sha256` (hex) stands for all lines before. */
export function endBytes(ledger: string, { rows, heads, at, sha256 }: FileEnd): Uint8Array {
  return pack(['vote-ledger.file', u8(1), ledger, rows, heads, at, sha256])
}

/** Reads a line; null: it is none. */
export function readLine(given: string): FileLine | null {
  let value: Record<string, unknown> | null
  try {
    value = JSON.parse(given)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { row, leaf, stray, head, end, format } = value
  if (typeof leaf === 'string') {
    const hash = Buffer.from(leaf, 'base64')
    if (typeof row === 'string') return { kind: 'row', row: Buffer.from(row, 'base64'), leaf: hash }
    return { kind: value.gone === true ? 'gone' : 'keptBack', leaf: hash }
  }
  if (typeof stray === 'string') return { kind: 'stray', row: Buffer.from(stray, 'base64') }
  if (head !== undefined) {
    const read = readPublicHead(head)
    return read && { kind: 'head', head: read }
  }
  if (end !== undefined) return readEnd(value)
  if (format === 'vote-ledger' && value.version === 1) return readStart(value)
  return null
}

function readStart(value: Record<string, unknown>): FileLine | null {
  const start = value as FileStart
  const isWhole =
    typeof start.ledger === 'string' && Array.isArray(start.keys) && Array.isArray(start.rounds)
  return isWhole ? { kind: 'start', start } : null
}

function readEnd(value: Record<string, unknown>): FileLine | null {
  const { rows, heads, at, sha256 } = (value.end ?? {}) as Partial<FileEnd>
  const { key, signature } = value
  if (![rows, heads].every((one) => Number.isSafeInteger(one) && one! >= 0)) return null
  if (![at, sha256, key, signature].every((one) => typeof one === 'string')) return null
  return {
    kind: 'end',
    end: { rows: rows!, heads: heads!, at: at!, sha256: sha256! },
    key: key as string,
    signature: Buffer.from(signature as string, 'base64'),
  }
}
