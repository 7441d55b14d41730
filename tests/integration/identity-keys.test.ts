import { generateKeyPairSync } from 'node:crypto'
import { exportJWK, importPKCS8, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { nodeFor, type Node } from '../harness/delivery.ts'
import { testFieldKey } from '../harness/clients.ts'
import { openScene } from '../harness/scene.ts'

let campaign: TestCampaign
let node: Node

beforeAll(async () => {
  campaign = await testCampaign()
  await openScene(campaign)
  node = await nodeFor(campaign, { fieldKey: testFieldKey })
})
afterAll(async () => {
  await node.close()
  await campaign.close()
})

let made = 0
async function client(): Promise<{ id: number; clientId: string }> {
  const clientId = `app-${(made += 1)}`
  const data = { name: `演示 ${clientId}`, clientId, kind: 'app', scopes: ['entries:write'] }
  const { status, body } = await campaign.call('POST', '/api-clients', {
    as: 'province',
    body: { ...data, rateTier: 'normal', active: true },
  })
  expect(status).toBe(201)
  return { id: body.doc.id, clientId }
}

const add = (id: number, body: object = {}, as = 'province') =>
  campaign.call('POST', `/api-clients/${id}/keys`, { as, body })
const list = async (id: number) =>
  (await campaign.call('GET', `/api-clients/${id}/keys`, { as: 'province' })).body.keys
const revoke = (id: number, key: number) =>
  campaign.call('POST', `/api-clients/${id}/keys/${key}/revoke`, { as: 'province', body: {} })

const enter = async (clientId: string, kid: string, alg: string, key: any) => {
  const token = await new SignJWT({ sub: 'worker', jti: crypto.randomUUID() })
    .setProtectedHeader({ alg, kid })
    .setIssuer(clientId)
    .setAudience(process.env.PUBLIC_URL!)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key)
  return node.get('/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
}

const pairs = {
  EdDSA: generateKeyPairSync('ed25519'),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
}
const pem = (pair: { publicKey: any }) => pair.publicKey.export({ type: 'spki', format: 'pem' })
const pkcs8 = (pair: { privateKey: any }) =>
  pair.privateKey.export({ type: 'pkcs8', format: 'pem' })

describe('a shared secret', () => {
  it('is shown once, lies sealed, and lets the client in', async () => {
    const { id, clientId } = await client()
    const { status, body, headers } = await add(id)
    expect(status).toBe(201)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body.secret).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(await list(id))).not.toContain(body.secret)
    const [row] = await campaign.sql('select * from client_keys where kid = $1', [body.kid])
    expect(row.secret).toMatch(/^sealed:/)
    expect(JSON.stringify(row)).not.toContain(body.secret)

    const answer = await enter(clientId, body.kid, 'HS256', new TextEncoder().encode(body.secret))
    expect([answer.status, answer.body.code]).toEqual([401, 'token-invalid'])
    expect(answer.body.findings[0].path).toBe('aud')
  })

  it('opens sessions until it is revoked, from that moment on no more', async () => {
    const { id, clientId } = await client()
    const { body } = await add(id)
    const known = await nodeFor(campaign, {
      fieldKey: testFieldKey,
      publicUrl: process.env.PUBLIC_URL!,
    })
    const key = new TextEncoder().encode(body.secret)
    const ask = async () => {
      const token = await new SignJWT({ sub: 'worker', jti: crypto.randomUUID() })
        .setProtectedHeader({ alg: 'HS256', kid: body.kid })
        .setIssuer(clientId)
        .setAudience(process.env.PUBLIC_URL!)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(key)
      const init = { 'content-type': 'application/json' }
      return known.get('/v1/session', {
        method: 'POST',
        headers: init,
        body: JSON.stringify({ token }),
      })
    }
    expect((await ask()).status).toBe(201)
    const [shown] = await list(id)
    expect(shown).toMatchObject({ state: 'valid', algorithm: 'HS256', createdBy: '演示·province' })
    expect(Date.parse(shown.lastUsedAt)).toBeGreaterThan(0)
    const revoked = await revoke(id, shown.id)
    expect(revoked.body.keys[0]).toMatchObject({ state: 'revoked', revokedBy: '演示·province' })
    expect((await ask()).body.findings[0].path).toBe('revoked')
    // Again changes nothing: who did it first, and when, stays.
    const again = await revoke(id, shown.id)
    expect(again.body.keys[0].revokedAt).toBe(revoked.body.keys[0].revokedAt)
    await known.close()
  })
})

describe('a public key', () => {
  it.each(['EdDSA', 'ES256', 'RS256'] as const)('of %s is taken as PEM', async (algorithm) => {
    const { id, clientId } = await client()
    const { status, body } = await add(id, { publicKey: pem(pairs[algorithm]) })
    expect([status, body.keys?.[0].algorithm]).toEqual([201, algorithm])
    const key = await importPKCS8(pkcs8(pairs[algorithm]), algorithm)
    const answer = await enter(clientId, body.keys[0].kid, algorithm, key)
    expect(answer.body.findings[0].path).toBe('aud') // the signature was good
    expect(body.secret).toBeUndefined()
    await campaign.sql(`update client_keys set kid = kid || '-' || $1 where client_id = $1`, [id])
  })

  it('is taken as a JWK, under its own kid, without what else it says', async () => {
    const { id } = await client()
    const jwk = await exportJWK(pairs.ES256.publicKey)
    const publicKey = JSON.stringify({ ...jwk, kid: 'my-key', use: 'sig', x5c: ['x'], note: 'y' })
    expect((await add(id, { publicKey })).body.keys[0].kid).toBe('my-key')
    const [row] = await campaign.sql(`select public_jwk from client_keys where kid = 'my-key'`)
    expect(Object.keys(row.public_jwk).sort()).toEqual(['crv', 'kty', 'x', 'y'])
    const taken = await add((await client()).id, { publicKey })
    expect([taken.status, taken.body.errors[0].data.code]).toEqual([409, 'kid-taken'])
  })

  it('is taken as a JWKS, all of it or nothing', async () => {
    const { id } = await client()
    const keys = await Promise.all(
      Object.values(pairs).map(async ({ publicKey }, at) => ({
        ...(await exportJWK(publicKey)),
        kid: `set-${at}`,
      })),
    )
    const three = await add(id, { publicKey: JSON.stringify({ keys }) })
    expect([three.status, three.body.errors[0].data.code]).toEqual([409, 'too-many-keys'])
    expect(await list(id)).toEqual([])
    const two = await add(id, { publicKey: JSON.stringify({ keys: keys.slice(0, 2) }) })
    expect(two.body.keys.map(({ kid }: any) => kid)).toEqual(['set-1', 'set-0'])
  })

  const refused: [string, string, () => unknown][] = [
    ['a private PEM', 'private-key', () => pkcs8(pairs.ES256)],
    [
      'a private RSA PEM of the old kind',
      'private-key',
      () => pairs.RS256.privateKey.export({ type: 'pkcs1', format: 'pem' }),
    ],
    [
      'a private JWK',
      'private-key',
      () => JSON.stringify(pairs.EdDSA.privateKey.export({ format: 'jwk' })),
    ],
    [
      'a private RSA JWK',
      'private-key',
      () => JSON.stringify(pairs.RS256.privateKey.export({ format: 'jwk' })),
    ],
    ['a shared secret as JWK', 'private-key', () => JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' })],
    [
      'a JWKS with one private key',
      'private-key',
      () =>
        JSON.stringify({
          keys: [
            pairs.ES256.publicKey.export({ format: 'jwk' }),
            pairs.EdDSA.privateKey.export({ format: 'jwk' }),
          ],
        }),
    ],
    [
      'an RSA key of 1024 bits',
      'bad-key',
      () => pem(generateKeyPairSync('rsa', { modulusLength: 1024 })),
    ],
    [
      'a curve that is none of ours',
      'bad-key',
      () => pem(generateKeyPairSync('ec', { namedCurve: 'P-384' })),
    ],
    ['a key for agreeing, not signing', 'bad-key', () => pem(generateKeyPairSync('x25519'))],
    [
      'a key for encryption',
      'bad-key',
      () => JSON.stringify({ ...pairs.RS256.publicKey.export({ format: 'jwk' }), use: 'enc' }),
    ],
    [
      'a key for another algorithm',
      'bad-key',
      () => JSON.stringify({ ...pairs.RS256.publicKey.export({ format: 'jwk' }), alg: 'PS256' }),
    ],
    [
      'a point off the curve',
      'bad-key',
      () => JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' }),
    ],
    [
      'a strange kid',
      'bad-key',
      () => JSON.stringify({ ...pairs.ES256.publicKey.export({ format: 'jwk' }), kid: "' or 1=1" }),
    ],
    ['an empty JWKS', 'bad-key', () => '{"keys":[]}'],
    ['half a JSON', 'bad-key', () => '{"kty":'],
    ['half a PEM', 'bad-key', () => pem(pairs.ES256).slice(0, 60)],
    ['a text', 'bad-key', () => 'hello'],
    ['a number', 'bad-key', () => 5],
    ['a book', 'bad-key', () => 'x'.repeat(30_000)],
  ]
  it.each(refused)('is refused when it is %s', async (_what, code, publicKey) => {
    const { id } = await client()
    const { status, body } = await add(id, { publicKey: publicKey() })
    expect([status, body.errors?.[0].data.code]).toEqual([400, code])
    expect(await list(id)).toEqual([])
  })
})

describe('keys of one client', () => {
  it('are two at most that are valid, even when they are added at once', async () => {
    const { id } = await client()
    const answers = await Promise.all(Array.from({ length: 6 }, () => add(id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409])
    const [newest] = await list(id)
    await revoke(id, newest.id)
    const until = new Date(Date.now() + 60_000).toISOString()
    expect((await add(id, { notAfter: until })).body.keys[0].notAfter).toBe(until)
  })

  it.each([
    ['yesterday', '2020-01-01T00:00:00Z'],
    ['nonsense', 'x'],
    ['a number', 5],
  ])('do not run out %s', async (_when, notAfter) => {
    expect((await add((await client()).id, { notAfter })).status).toBe(400)
  })

  it.each(['wuxi', 'headquarters', 'supervisor', 'judge'])(
    'are none of the affair of %s',
    async (as) => {
      const { id } = await client()
      expect((await add(id, {}, as)).status).toBe(403)
      expect((await campaign.call('GET', `/api-clients/${id}/keys`, { as })).status).toBe(403)
      expect((await campaign.call('GET', `/api-clients/${id}/keys`)).status).toBe(401)
    },
  )

  it('are found under their own client only', async () => {
    const [one, two] = [await client(), await client()]
    const { body } = await add(one.id)
    expect((await revoke(two.id, body.keys[0].id)).status).toBe(404)
    expect((await add(999_999)).status).toBe(404)
    expect((await campaign.call('GET', `/api-clients/x/keys`, { as: 'province' })).status).toBe(404)
  })

  it('are never deleted', async () => {
    await expect(campaign.sql('delete from client_keys')).rejects.toThrow('append-only')
  })
})
