import { createHash } from 'node:crypto'
import {
  checkEvidence,
  checkLedger,
  openPoints,
  type EvidenceFault,
  type ListLine,
  type ObjectionLine,
  type VoteCount,
} from '../../domain/results/evidence.ts'
import type { ResultList } from '../../domain/results/frozen.ts'
import { addTally, headBytes, type Tally } from '../../domain/voting/ledger.ts'
import { auditFile } from '../voting/seal/audit-file.ts'
import { readPublicHead, type PublicHead } from '../voting/seal/heads.ts'
import { keyId, readPublicKey, signatureCheck } from '../voting/seal/keys.ts'

/**
 * Checks a pack of evidence without a database.
 *
 * @param trusted public keys of 32 bytes; without any, those that the pack names itself: then signatures
 *   only show that its parts belong together
 */
export function checkPack(
  files: ReadonlyMap<string, Uint8Array>,
  trusted: readonly Uint8Array[] = keysIn(files),
): EvidenceFault[] {
  const checks = new Map(trusted.map((key) => [keyId(key), signatureCheck(key)]))
  return checkEvidence(files, {
    hash: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
    isSigned: (text, signature, key) =>
      checks.get(key)?.(Buffer.from(text), Buffer.from(signature, 'base64url')) ?? false,
    isSignedHead: (given) => {
      const head = readPublicHead(given)
      return head ? (checks.get(head.key)?.(headBytes(head), head.signature) ?? false) : false
    },
  })
}

/** What a sound pack says is still to be done before its list is final. */
export function openPointsOf(files: ReadonlyMap<string, Uint8Array>): string[] {
  const lines = jsonOf<ListLine[]>(files, 'lists/index.json')
  const lists = lines.map((line) => ({ line, list: jsonOf<ResultList>(files, line.file) }))
  return openPoints(lists, jsonOf<ObjectionLine[]>(files, 'objections.json'))
}

/**
 * Checks the votes of a sound pack against an exported ledger, and the ledger itself.
 *
 * @param ledger the bytes of the file, not compressed
 * @param trusted as in {@link checkPack}
 */
export async function checkPackLedger(
  files: ReadonlyMap<string, Uint8Array>,
  ledger: AsyncIterable<Buffer>,
  trusted: readonly Uint8Array[] = keysIn(files),
): Promise<EvidenceFault[]> {
  const counts = jsonOf<VoteCount[]>(files, 'votes.json')
  const heads = counts.flatMap(({ head }) => (head ? [head as PublicHead] : []))
  const tallies = new Map<number, Tally>()
  const audit = await auditFile(ledger, {
    ...{ keys: trusted, heads },
    atHead: (number, tally) => {
      if (heads.some((one) => one.number === number))
        tallies.set(number, addTally(new Map(), tally))
    },
  })
  const own = audit.faults.map(({ code, words }) => ({
    file: 'ledger',
    what: `${code} ${words.en}`,
  }))
  return [...own, ...checkLedger(counts, (number) => tallies.get(number))]
}

function jsonOf<T>(files: ReadonlyMap<string, Uint8Array>, name: string): T {
  return JSON.parse(Buffer.from(files.get(name)!).toString('utf8')) as T
}

function keysIn(files: ReadonlyMap<string, Uint8Array>): Buffer[] {
  try {
    const text = Buffer.from(files.get('keys.json') ?? []).toString('utf8')
    const { results = [], ledger = [] } = JSON.parse(text) as Record<string, unknown[]>
    return [...results, ...ledger].flatMap((one) => readPublicKey(one) ?? [])
  } catch {
    return []
  }
}
