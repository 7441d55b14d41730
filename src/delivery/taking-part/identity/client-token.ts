import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { unseal, type SealingKey } from '../../../database/sealed.ts'
import { checkClaims, type ClientClaims } from '../../../domain/participation/client-token.ts'
import { keyAlgorithms } from '../../../domain/participation/clients.ts'
import { Problem } from '../../problem.ts'
import type { Client, ClientKey, Clients } from './clients.ts'
import { tokenInvalid } from './token-invalid.ts'

export type ClientToken = { client: Client; key: ClientKey; claims: ClientClaims }

type Means = {
  clients: Clients
  fieldKey: SealingKey | undefined
  audiences: readonly string[]
}

/**
 * Checks a token that a client signed: by the algorithm that its key was registered for and no other,
 * whatever the token says of itself. Whether it was used before is for whoever uses it.
 *
 * @throws Problem 401 `token-invalid`
 */
export async function readClientToken(
  token: string,
  { clients, fieldKey, audiences }: Means,
): Promise<ClientToken> {
  const header = headerOf(token)
  const isKnown = (keyAlgorithms as readonly unknown[]).includes(header.alg)
  if (!isKnown) throw tokenInvalid('algorithm')
  // Extensions change what a signature is over; none of ours has any.
  if (header.crit !== undefined || header.b64 !== undefined) throw tokenInvalid('malformed')
  const { kid } = header
  if (typeof kid !== 'string' || !/^[\w.~:-]{1,100}$/.test(kid)) throw tokenInvalid('kid')
  const key = await clients.key(kid)
  if (!key) throw tokenInvalid('kid')
  if (key.algorithm !== header.alg) throw tokenInvalid('other-algorithm')
  const payload = await signedBy(token, key, fieldKey)
  const { client } = key
  if (!key.isOpen) throw tokenInvalid('revoked')
  if (!client.isOpen) throw tokenInvalid('client')
  const now = Date.now() / 1000
  const checked = checkClaims(payload, { clientId: client.clientId, audiences, now })
  if (!checked.ok) throw tokenInvalid(checked.fault)
  return { client, key, claims: checked.claims }
}

function headerOf(token: string): Record<string, unknown> {
  try {
    return decodeProtectedHeader(token) as Record<string, unknown>
  } catch (cause) {
    throw tokenInvalid('malformed', cause)
  }
}

async function signedBy(
  token: string,
  key: ClientKey,
  fieldKey: SealingKey | undefined,
): Promise<Record<string, unknown>> {
  const opened = await open(key, fieldKey)
  let bytes: Uint8Array
  try {
    bytes = (await compactVerify(token, opened, { algorithms: [key.algorithm] })).payload
  } catch (cause) {
    throw tokenInvalid('signature', cause)
  }
  try {
    const payload: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof payload === 'object' && payload !== null && !Array.isArray(payload))
      return payload as Record<string, unknown>
  } catch {
    // Signed, and yet no JSON: refused below like everything else that is none.
  }
  throw tokenInvalid('malformed')
}

async function open({ algorithm, secret, publicJwk }: ClientKey, fieldKey: SealingKey | undefined) {
  if (publicJwk) return importJWK(publicJwk, algorithm)
  if (!fieldKey || !secret) {
    throw new Problem('unavailable', {
      zh: '此节点不能核对这类令牌',
      en: 'This node cannot check such tokens',
    })
  }
  // The secret is used as the text that was shown, not as what it would decode to.
  return new TextEncoder().encode(unseal(secret, [fieldKey]))
}
