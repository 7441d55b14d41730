import { createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto'
import type { RunIn } from '../run-in.ts'
import { jwkOf, keyId, type PublicJwk } from '../voting/seal/keys.ts'

/** What lists of results are signed with. */
export type ResultKeys = {
  /** RFC 7638 thumbprint of the public key. */
  id: string
  /** 32 bytes. */
  publicKey: Buffer
  /** Ed25519 over the UTF-8 bytes of a text, base64url. */
  sign: (text: string) => string
}

// PKCS #8 and SPKI of Ed25519 (RFC 8410) are these bytes before the 32 of a key.
const privateStart = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicStart = 12

/** The key of results, derived from the 32 bytes of `FIELD_KEY`: another one than the ledger's. */
export function resultKeys(fieldKey: Uint8Array): ResultKeys {
  const seed = Buffer.from(hkdfSync('sha256', fieldKey, Buffer.alloc(0), 'results signature 1', 32))
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateStart, seed]),
    ...{ format: 'der', type: 'pkcs8' },
  })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const publicKey = Buffer.from(spki.subarray(publicStart))
  return {
    id: keyId(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
}

/** Keeps a public key for those who check old signatures. */
export async function keepResultKey(run: RunIn, { id, publicKey }: ResultKeys): Promise<void> {
  await run(
    `insert into result_keys (id, public_key) values ($1, $2) on conflict (id) do nothing returning id`,
    [id, publicKey.toString('base64url')],
  )
}

/** All keys that lists were ever signed with. */
export async function resultKeysOf(run: RunIn): Promise<PublicJwk[]> {
  const rows = await run<{ key: string }>(
    `select public_key as key from result_keys order by since, id`,
    [],
  )
  return rows.map(({ key }) => jwkOf(Buffer.from(key, 'base64url')))
}
