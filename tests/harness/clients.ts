import { randomBytes, randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT, type JWTHeaderParameters } from 'jose'
import { seal } from '../../src/database/sealed.ts'
import type { KeyAlgorithm } from '../../src/domain/participation/clients.ts'

type Sql = (text: string, values?: unknown[]) => Promise<any[]>

/** The key that sealed things are opened with in tests; the same as the settings say. */
export const testFieldKey = {
  id: '4bb06f8e',
  key: Buffer.alloc(32, 7),
}

export type TestKey = { kid: string; algorithm: KeyAlgorithm; signing: any; publicJwk: any }

export type TestClient = {
  /** A row of `api_clients`. */
  id: number
  clientId: string
  keys: Record<KeyAlgorithm, TestKey>
  /** What this client's backend would sign for a person; `undefined` takes a claim away. */
  sign: (
    claims?: Record<string, unknown>,
    header?: Partial<JWTHeaderParameters> & { key?: TestKey },
  ) => Promise<string>
}

type Options = { scopes?: string[]; origins?: string[]; rateTier?: string; name?: string }

/** A client as the province would set one up, with a key of each of the four algorithms. */
export async function testClient(
  sql: Sql,
  clientId: string,
  { scopes = ['entries:write'], origins = [], rateTier = 'normal', name = clientId }: Options = {},
): Promise<TestClient> {
  const [{ id }] = await sql(
    `insert into api_clients (name, client_id, kind, rate_tier, active) values ($1, $2, 'app', $3, true) returning id`,
    [name, clientId, rateTier],
  )
  const texts = [
    ...scopes.map((text, order) => ['scopes', order + 1, text]),
    ...origins.map((text, order) => ['origins', order + 1, text]),
  ]
  for (const [path, order, text] of texts) {
    await sql(
      `insert into api_clients_texts (parent_id, path, "order", text) values ($1, $2, $3, $4)`,
      [id, path, order, text],
    )
  }
  const keys = {
    HS256: await secretKey(),
    EdDSA: await pair('EdDSA'),
    ES256: await pair('ES256'),
    RS256: await pair('RS256'),
  }
  for (const { kid, algorithm, signing, publicJwk } of Object.values(keys)) {
    const secret = publicJwk ? null : seal(new TextDecoder().decode(signing), testFieldKey)
    await sql(
      `insert into client_keys (client_id, kid, algorithm, secret, public_jwk, created_by_name) values ($1, $2, $3, $4, $5, '演示')`,
      [id, kid, algorithm, secret, publicJwk],
    )
  }
  return {
    id,
    clientId,
    keys,
    sign: async (claims = {}, { key = keys.HS256, ...header } = {}) => {
      const now = Math.floor(Date.now() / 1000)
      const usual = {
        ...{ iss: clientId, aud: 'campaign', sub: randomUUID() },
        ...{ iat: now, exp: now + 300, jti: randomUUID() },
      }
      const payload = JSON.parse(JSON.stringify({ ...usual, ...claims }, (_, one) => one))
      return new SignJWT(payload)
        .setProtectedHeader({ alg: key.algorithm, kid: key.kid, typ: 'JWT', ...header })
        .sign(key.signing)
    },
  }
}

async function secretKey(): Promise<TestKey> {
  const signing = new TextEncoder().encode(randomBytes(32).toString('base64url'))
  return { kid: randomUUID(), algorithm: 'HS256', signing, publicJwk: null }
}

async function pair(algorithm: 'EdDSA' | 'ES256' | 'RS256'): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true })
  const publicJwk = await exportJWK(publicKey)
  return { kid: randomUUID(), algorithm, signing: privateKey, publicJwk }
}
