import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import {
  algorithmOf,
  isKid,
  isSecretJwk,
  shortestRsa,
} from '../../domain/participation/client-keys.ts'
import type { KeyAlgorithm } from '../../domain/participation/clients.ts'
import { refusal } from '../../hooks/refuse.ts'

export type PublicKey = { kid: string; algorithm: KeyAlgorithm; jwk: JsonWebKey }

/**
 * Reads public keys as people paste them: a PEM, a JWK, or a JWKS document. Only the public half is
 * kept, as a plain JWK. A key without a name of its own is named by its thumbprint (RFC 7638).
 *
 * @throws 400 with `private-key` when it is a private or shared one, `bad-key` when it is none of ours
 */
export async function readPublicKeys(text: string): Promise<PublicKey[]> {
  if (/PRIVATE KEY/.test(text)) throw privateKey()
  if (!text.trimStart().startsWith('{')) return [await publicKey(fromPem(text))]
  const given = fromJson(text)
  const all: unknown[] = Array.isArray(given.keys) ? given.keys : [given]
  if (all.length === 0 || all.length > 10) throw badKey('JWKS 中没有公钥', 'No keys in the JWKS')
  // One secret among them, and the whole document is not for pasting.
  if (all.some((jwk) => isSecretJwk(asObject(jwk)))) throw privateKey()
  const keys: PublicKey[] = []
  for (const jwk of all) keys.push(await fromJwk(asObject(jwk)))
  return keys
}

async function fromJwk(jwk: Record<string, unknown>): Promise<PublicKey> {
  const algorithm = algorithmOf(jwk)
  if (!algorithm) throw notOurs()
  if (jwk.use !== undefined && jwk.use !== 'sig') throw notOurs()
  if (jwk.alg !== undefined && jwk.alg !== algorithm) throw notOurs()
  if (jwk.kid !== undefined && !isKid(jwk.kid)) {
    throw badKey(
      'kid 应为 1 至 100 个字母、数字或 . _ ~ : -',
      'A kid has 1 to 100 letters, digits or . _ ~ : -',
    )
  }
  let key: KeyObject
  try {
    key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
  } catch {
    throw badKey('这不是一把完整的公钥', 'This is no whole public key')
  }
  return publicKey(key, jwk.kid as string | undefined)
}

function fromPem(text: string): KeyObject {
  // Certificates and bare RSA keys are left out: one way to write a key is enough.
  if (!/-----BEGIN PUBLIC KEY-----/.test(text)) {
    throw badKey(
      '应为 PEM（BEGIN PUBLIC KEY）、JWK 或 JWKS',
      'Paste a PEM (BEGIN PUBLIC KEY), a JWK or a JWKS',
    )
  }
  try {
    return createPublicKey({ key: text, format: 'pem' })
  } catch {
    throw badKey('PEM 不完整', 'The PEM is not whole')
  }
}

async function publicKey(key: KeyObject, kid?: string): Promise<PublicKey> {
  const bits = key.asymmetricKeyDetails?.modulusLength
  if (bits !== undefined && bits < shortestRsa) {
    throw badKey(
      `RSA 公钥 ${bits} 位，至少应为 ${shortestRsa} 位`,
      `The RSA key has ${bits} bits, it needs ${shortestRsa}`,
    )
  }
  let jwk: JsonWebKey
  try {
    jwk = key.export({ format: 'jwk' })
  } catch {
    throw notOurs()
  }
  const algorithm = algorithmOf(jwk)
  if (!algorithm) throw notOurs()
  return { kid: kid ?? (await calculateJwkThumbprint(jwk as never)), algorithm, jwk }
}

function fromJson(text: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(text))
  } catch {
    throw badKey('JSON 不完整', 'The JSON is not whole')
  }
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw badKey('JSON 不是 JWK 或 JWKS', 'The JSON is no JWK and no JWKS')
}

function notOurs() {
  return badKey(
    '只接受 Ed25519、P-256 或 RSA 的签名公钥（EdDSA、ES256、RS256）',
    'Only Ed25519, P-256 and RSA keys for signing are taken (EdDSA, ES256, RS256)',
  )
}

function badKey(zh: string, en: string) {
  return refusal(400, { zh, en }, { code: 'bad-key', path: 'publicKey' })
}

function privateKey() {
  return refusal(
    400,
    {
      zh: '这是私钥或共享密钥，请只粘贴公钥；它已经泄露，请更换',
      en: 'This is a private or shared key: paste the public one only, and replace this one, it has leaked',
    },
    { code: 'private-key', path: 'publicKey' },
  )
}
