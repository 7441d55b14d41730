import { words, type Words } from '../words.ts'
import type { KeyAlgorithm } from './clients.ts'

/** While one key takes over from another both are valid, and no third. */
export const mostValidKeys = 2

export type KeyState = 'valid' | 'revoked' | 'expired'

export const keyStateWords: Record<KeyState, Words> = {
  valid: words('有效', 'Valid'),
  revoked: words('已停用', 'Revoked'),
  expired: words('已过期', 'Expired'),
}

/** What a key may do at an instant; who was revoked stays so whatever its date. */
export function keyState(
  { revokedAt, notAfter }: { revokedAt: Date | null; notAfter: Date | null },
  now: Date,
): KeyState {
  if (revokedAt) return 'revoked'
  return notAfter && notAfter <= now ? 'expired' : 'valid'
}

/** Shortest RSA key, in bits (NIST SP 800-131A). */
export const shortestRsa = 2048

/** The one algorithm of a public key (RFC 7518, RFC 8037), by its kind; undefined: none of ours. */
export function algorithmOf({
  kty,
  crv,
}: {
  kty?: unknown
  crv?: unknown
}): KeyAlgorithm | undefined {
  if (kty === 'OKP' && crv === 'Ed25519') return 'EdDSA'
  if (kty === 'EC' && crv === 'P-256') return 'ES256'
  return kty === 'RSA' ? 'RS256' : undefined
}

// RFC 7518 6.2.2, 6.3.2, 6.4: what only the owner may have.
const secretParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** Whether a JWK holds what must never leave its owner, or is a shared secret. */
export function isSecretJwk(jwk: Readonly<Record<string, unknown>>): boolean {
  return jwk.kty === 'oct' || secretParts.some((part) => jwk[part] !== undefined)
}

export const isKid = (text: unknown): text is string =>
  typeof text === 'string' && /^[\w.~:-]{1,100}$/.test(text)
