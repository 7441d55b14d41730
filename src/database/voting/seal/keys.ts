import { createHmac, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { voterMessage } from '../../../domain/voting/ledger.ts'
import { sha256 } from './sha256.ts'

/** What seals the ledger: a key that signs, and one that hides who a voter is. */
export type LedgerKeys = {
  /** RFC 7638 thumbprint of the public key: written beside every signature. */
  id: string
  /** The public key, 32 bytes. */
  publicKey: Buffer
  /** Ed25519: 64 bytes. */
  sign: (bytes: Uint8Array) => Buffer
  /** The 32 bytes that stand for a participant in the rows of one round, by its slug. */
  pseudonym: (round: string, participant: number) => Buffer
}

/** RFC 8037; `kid` is the thumbprint. */
export type PublicJwk = {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  use: 'sig'
  alg: 'EdDSA'
}

// PKCS #8 and SPKI of Ed25519 (RFC 8410) are these bytes before the 32 of a key.
const privateStart = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicStart = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * The ledger's keys, derived from the 32 bytes of `FIELD_KEY`: the same ones on every node and at every
 * start. Another `FIELD_KEY` means other keys; what was sealed before stays verifiable, since public
 * keys and pseudonyms are kept with it.
 */
export function ledgerKeys(fieldKey: Uint8Array): LedgerKeys {
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', fieldKey, Buffer.alloc(0), `vote-ledger ${purpose} 1`, 32))
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateStart, derived('signature')]),
    format: 'der',
    type: 'pkcs8',
  })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const publicKey = Buffer.from(spki.subarray(publicStart.length))
  const hiding = derived('pseudonyms')
  return {
    id: keyId(publicKey),
    publicKey,
    sign: (bytes) => sign(null, bytes, privateKey),
    pseudonym: (round, participant) =>
      createHmac('sha256', hiding)
        .update(voterMessage(round, String(participant)))
        .digest(),
  }
}

/** The id of a public key (32 bytes): its RFC 7638 thumbprint, base64url. */
export function keyId(publicKey: Uint8Array): string {
  const x = Buffer.from(publicKey).toString('base64url')
  return sha256(Buffer.from(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`)).toString('base64url')
}

export function jwkOf(publicKey: Uint8Array): PublicJwk {
  const x = Buffer.from(publicKey).toString('base64url')
  return { kty: 'OKP', crv: 'Ed25519', x, kid: keyId(publicKey), use: 'sig', alg: 'EdDSA' }
}

/** The 32 bytes of a public key as base64, base64url or a JWK gives them; null: it is none. */
export function readPublicKey(given: unknown): Buffer | null {
  const text = typeof given === 'string' ? given : (given as { x?: unknown } | null | undefined)?.x
  if (typeof text !== 'string') return null
  const bytes = Buffer.from(text.trim(), 'base64url')
  return bytes.length === 32 ? bytes : null
}

/** Tells whether bytes are signed under a public key of 32 bytes. */
export function signatureCheck(publicKey: Uint8Array) {
  let key: KeyObject | null = null
  try {
    const der = Buffer.concat([publicStart, publicKey])
    key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  } catch {
    // Not a point of the curve: nothing is signed under it.
  }
  return (bytes: Uint8Array, signature: Uint8Array): boolean =>
    key !== null && signature.length === 64 && verify(null, bytes, key, signature)
}
