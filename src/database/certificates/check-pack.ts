import { createHash } from 'node:crypto'
import { checkEvidence, type EvidenceFault } from '../../domain/results/evidence.ts'
import { headBytes } from '../../domain/voting/ledger.ts'
import { readPublicHead } from '../voting/seal/heads.ts'
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

function keysIn(files: ReadonlyMap<string, Uint8Array>): Buffer[] {
  try {
    const text = Buffer.from(files.get('keys.json') ?? []).toString('utf8')
    const { results = [], ledger = [] } = JSON.parse(text) as Record<string, unknown[]>
    return [...results, ...ledger].flatMap((one) => readPublicKey(one) ?? [])
  } catch {
    return []
  }
}
