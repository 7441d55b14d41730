import { createHash } from 'node:crypto'
import {
  fileFault,
  headFault,
  openAudit,
  type LedgerFault,
  type Tally,
} from '../../../domain/voting/ledger.ts'
import { sameBytes } from '../../../domain/voting/merkle.ts'
import type { PublicHead } from './heads.ts'
import { readPublicHead } from './heads.ts'
import { keyId, readPublicKey, signatureCheck } from './keys.ts'
import { endBytes, endLine, readLine, type FileLine, type FileStart } from './ledger-file.ts'
import { sha256 } from './sha256.ts'

export type FileAudit = {
  faults: LedgerFault[]
  tally: Tally
  rows: number
  heads: number
  keptBack: number
  start: FileStart | null
  /** Ids of the keys that signatures were checked under, and whether the file itself brought them. */
  keys: string[]
  areKeysFromFile: boolean
}

/**
 * Recomputes a ledger file from its bytes alone: every leaf, the tree at every head, the chain of heads,
 * their signatures, the totals, and the signed end.
 *
 * @param bytes the file, in pieces of any size, not compressed
 * @param keys public keys (32 bytes) that are trusted; left out: those that the file names
 * @param heads heads that were kept elsewhere: the file's own must be the same
 * @param atHead is told what was counted up to each head; the tally is lent for the call alone
 */
export async function auditFile(
  bytes: AsyncIterable<Buffer>,
  {
    keys,
    heads = [],
    atHead,
  }: {
    keys?: readonly Uint8Array[]
    heads?: readonly PublicHead[]
    atHead?: (head: number, tally: Tally) => void
  } = {},
): Promise<FileAudit> {
  const checks = new Map<string, ReturnType<typeof signatureCheck>>()
  for (const key of keys ?? []) checks.set(keyId(key), signatureCheck(key))
  const isSigned = (signed: Uint8Array, signature: Uint8Array, key = '') =>
    checks.get(key)?.(signed, signature) ?? false
  const audit = openAudit({ hash: sha256, isSigned })
  const faults: LedgerFault[] = []
  const kept = new Map(heads.map((head) => [head.number, head]))
  const digest = createHash('sha256')
  let start: FileStart | null = null
  let end: Extract<FileLine, { kind: 'end' }> | null = null
  let [number, rows] = [0, 0]

  const take = (line: FileLine) => {
    if (line.kind === 'start') {
      start = line.start
      if (keys) return
      for (const one of start.keys) {
        const key = readPublicKey(one)
        if (key) checks.set(keyId(key), signatureCheck(key))
      }
    } else if (line.kind === 'head') {
      const other = kept.get(line.head.number)
      if (other && !isSame(other, line.head)) faults.push(headFault('head-other', other.number))
      kept.delete(line.head.number)
      audit.head(line.head, line.head.signature, line.head.key)
      atHead?.(line.head.number, audit.tally)
    } else if (line.kind === 'row') {
      rows += 1
      audit.row(line.row, line.leaf)
    } else if (line.kind === 'keptBack') {
      rows += 1
      audit.keptBack(line.leaf)
    } else if (line.kind === 'gone') {
      rows += 1
      audit.gone(line.leaf)
    } else if (line.kind === 'stray') audit.stray(line.row)
    else if (line.kind === 'end') end = line
  }

  for await (const raw of linesOf(bytes)) {
    number += 1
    const written = raw.toString('utf8')
    const line = inOneForm(written, readLine(written))
    const isOutOfPlace = end !== null || (line?.kind === 'start') !== (number === 1)
    if (!line || isOutOfPlace) {
      if (faults.length < 1000) faults.push(fileFault('line-unreadable', number))
    } else take(line)
    if (line?.kind !== 'end') digest.update(raw)
  }

  const done = audit.end()
  const found = [...done.faults, ...faults]
  for (const missing of kept.keys()) found.push(headFault('head-other', missing))
  found.push(
    ...endFaults({ start, end, isSigned, digest: digest.digest('hex'), rows, heads: done.heads }),
  )
  return {
    ...{ faults: found, tally: done.tally, rows, heads: done.heads, keptBack: done.keptBack },
    ...{ start, keys: [...checks.keys()], areKeysFromFile: !keys },
  }
}

/** The end vouches for all lines before it; for itself it does by having one form only. */
function inOneForm(written: string, line: FileLine | null): FileLine | null {
  if (line?.kind !== 'end') return line
  return endLine(line.end, line.key, line.signature).trimEnd() === written.trimEnd() ? line : null
}

function endFaults({
  start,
  end,
  isSigned,
  digest,
  rows,
  heads,
}: {
  start: FileStart | null
  end: Extract<FileLine, { kind: 'end' }> | null
  isSigned: (bytes: Uint8Array, signature: Uint8Array, key?: string) => boolean
  digest: string
  rows: number
  heads: number
}): LedgerFault[] {
  if (!end) return [fileFault('file-cut')]
  const told = end.end
  const wrong = !isSigned(endBytes(start?.ledger ?? '', told), end.signature, end.key)
    ? '签名 signature'
    : told.rows !== rows
      ? `${rows} ≠ ${told.rows} rows`
      : told.heads !== heads
        ? `${heads} ≠ ${told.heads} heads`
        : told.sha256 !== digest
          ? 'sha256'
          : null
  return wrong === null ? [] : [fileFault('file-changed', null, wrong)]
}

function isSame(kept: PublicHead, head: NonNullable<ReturnType<typeof readPublicHead>>): boolean {
  const other = readPublicHead(kept)
  return other !== null && other.size === head.size && sameBytes(other.root, head.root)
}

/** Lines with their ends; the last one may have none. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const piece of bytes) {
    let from = 0
    for (let to = piece.indexOf(10); to >= 0; to = piece.indexOf(10, from)) {
      const line = piece.subarray(from, to + 1)
      yield rest.length > 0 ? Buffer.concat([...rest, line]) : line
      rest = []
      from = to + 1
    }
    if (from < piece.length) rest.push(piece.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
