import { randomUUID } from 'node:crypto'
import { base64url, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyAlgorithms } from '../../src/domain/participation/clients.ts'
import { testClient, testFieldKey, type TestClient } from '../harness/clients.ts'
import { deliveryScene, type DeliveryScene, type Got, type Node } from '../harness/delivery.ts'

const publicUrl = 'https://good-netizen.example.org'

let scene: DeliveryScene
let node: Node
let app: TestClient
let other: TestClient
let sql: (text: string, values?: unknown[]) => Promise<any[]>

beforeAll(async () => {
  scene = await deliveryScene()
  sql = async (text, values) => (await scene.client.query(text, values)).rows
  app = await testClient(sql, 'union-app')
  other = await testClient(sql, 'union-h5')
  node = await scene.node({
    takingPart: { desk: {}, rights: {} } as never,
    fieldKey: testFieldKey,
    publicUrl,
    uploadDir: scene.mediaDir,
  })
})
afterAll(() => scene.close())

const post = (body: unknown): Promise<Got> =>
  node.get('/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const enter = (token: string) => post({ token })
const me = (token: string) => node.get('/v1/me', { headers: { authorization: `Bearer ${token}` } })
const now = () => Math.floor(Date.now() / 1000)

describe('a client’s token', () => {
  it.each(keyAlgorithms)('signed with %s opens a session of twelve hours', async (algorithm) => {
    const token = await app.sign({ member: true }, { key: app.keys[algorithm] })
    const { status, body, headers } = await enter(token)
    expect([status, body.participant?.member]).toEqual([201, true])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body.participant.id).toMatch(/^p_[\w-]{22}$/)
    expect(Math.round((Date.parse(body.expiresAt) - Date.now()) / 3_600_000)).toBe(12)
    expect((await me(body.token)).status).toBe(200)
  })

  it('may name this server by its address, alone or among others', async () => {
    expect((await enter(await app.sign({ aud: publicUrl }))).status).toBe(201)
    expect((await enter(await app.sign({ aud: ['x', publicUrl] }))).status).toBe(201)
  })

  it('may come from a clock that is up to a minute off', async () => {
    expect((await enter(await app.sign({ iat: now() + 50, exp: now() + 200 }))).status).toBe(201)
    expect((await enter(await app.sign({ iat: now() - 200, exp: now() - 50 }))).status).toBe(201)
  })

  it('names the same person each time, and another client’s another', async () => {
    const first = await enter(await app.sign({ sub: 'worker-1' }))
    const again = await enter(await app.sign({ sub: 'worker-1' }, { key: app.keys.ES256 }))
    const elsewhere = await enter(await other.sign({ sub: 'worker-1' }))
    expect(again.body.participant.id).toBe(first.body.participant.id)
    expect(elsewhere.body.participant.id).not.toBe(first.body.participant.id)
  })

  it('leaves nothing of the person’s name in the database', async () => {
    await enter(
      await app.sign({ sub: 'find-me-sub', unionid: 'find-me-union', member: 'find-me-no' }),
    )
    const rows = await sql(
      `select row_to_json(i)::text as text from participant_identities i
       union all select row_to_json(u)::text from used_tokens u`,
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.filter(({ text }) => text.includes('find-me'))).toEqual([])
  })

  it('may be used as it is, for exactly one request', async () => {
    const token = await app.sign()
    expect((await me(token)).status).toBe(200)
    const again = await me(token)
    expect([again.status, again.body.code, again.body.findings[0].path]).toEqual([
      401,
      'token-invalid',
      'replayed',
    ])
    expect((await enter(token)).status).toBe(401)
  })

  it('is used once, whoever is faster', async () => {
    const token = await app.sign()
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(token)))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 401)])
  })

  it('tells when its key was last used', async () => {
    await enter(await app.sign({}, { key: app.keys.EdDSA }))
    const [{ used }] = await sql(
      `select last_used_at > now() - interval '1 minute' as used from client_keys where kid = $1`,
      [app.keys.EdDSA.kid],
    )
    expect(used).toBe(true)
  })
})

// A token as text, out of whatever parts.
const unsigned = (header: object, payload: object, signature = '') =>
  [
    base64url.encode(JSON.stringify(header)),
    base64url.encode(JSON.stringify(payload)),
    signature,
  ].join('.')

const claims = () => ({
  ...{ iss: 'union-app', aud: 'campaign', sub: 'x', jti: randomUUID() },
  ...{ iat: now(), exp: now() + 60 },
})

const refused: [why: string, fault: string, token: () => Promise<string> | string][] = [
  ['no token at all', 'malformed', () => 'nonsense'],
  ['a token of two parts', 'malformed', () => 'a.b'],
  [
    'no signature (alg none)',
    'algorithm',
    () => unsigned({ alg: 'none', kid: app.keys.HS256.kid }, claims()),
  ],
  [
    'alg None in another spelling',
    'algorithm',
    () => unsigned({ alg: 'nOnE', kid: app.keys.HS256.kid }, claims()),
  ],
  ['no algorithm', 'algorithm', () => unsigned({ kid: app.keys.HS256.kid }, claims())],
  [
    'a stripped signature',
    'signature',
    async () => `${(await app.sign()).split('.').slice(0, 2).join('.')}.`,
  ],
  [
    'a changed payload',
    'signature',
    async () => {
      const [head, , tail] = (await app.sign()).split('.')
      return [head, base64url.encode(JSON.stringify(claims())), tail].join('.')
    },
  ],
  [
    'another key’s signature',
    'signature',
    () =>
      app.sign(
        {},
        { key: { ...app.keys.HS256, kid: app.keys.HS256.kid, signing: other.keys.HS256.signing } },
      ),
  ],
  ...(['EdDSA', 'ES256', 'RS256'] as const).map((algorithm): (typeof refused)[number] => [
    `the public key of ${algorithm} as an HMAC secret`,
    'other-algorithm',
    () => {
      const { kid, publicJwk } = app.keys[algorithm]
      const secret = new TextEncoder().encode(JSON.stringify(publicJwk))
      return new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid }).sign(secret)
    },
  ]),
  [
    'another algorithm than its key’s',
    'other-algorithm',
    () => app.sign({}, { key: { ...app.keys.ES256, kid: app.keys.EdDSA.kid } }),
  ],
  [
    'HS512',
    'algorithm',
    () =>
      new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS512', kid: app.keys.HS256.kid })
        .sign(new Uint8Array(64)),
  ],
  [
    'a critical extension',
    'malformed',
    () => unsigned({ alg: 'HS256', kid: app.keys.HS256.kid, crit: ['b64'], b64: false }, claims()),
  ],
  ['no kid', 'kid', () => app.sign({}, { kid: undefined })],
  ['an unknown kid', 'kid', () => app.sign({}, { kid: randomUUID() })],
  ['a kid that is SQL', 'kid', () => app.sign({}, { kid: "' or 1=1 --" })],
  ['a kid that is no text', 'kid', () => app.sign({}, { kid: 7 as never })],
  [
    'a key’s own jwk in the header',
    'kid',
    () => app.sign({}, { kid: undefined, jwk: other.keys.ES256.publicJwk }),
  ],
  ['another client’s name', 'iss', () => app.sign({ iss: 'union-h5' })],
  ['no iss', 'iss', () => app.sign({ iss: undefined })],
  ['another audience', 'aud', () => app.sign({ aud: 'https://elsewhere.example.org' })],
  ['no audience', 'aud', () => app.sign({ aud: undefined })],
  ['no sub', 'sub', () => app.sign({ sub: undefined })],
  ['an empty sub', 'sub', () => app.sign({ sub: ' ' })],
  ['a sub that is a number', 'sub', () => app.sign({ sub: 12 as never })],
  ['a sub without end', 'sub', () => app.sign({ sub: 'x'.repeat(201) })],
  ['a NUL in its sub', 'sub', () => app.sign({ sub: 'a\u0000b' })],
  ['no jti', 'jti', () => app.sign({ jti: undefined })],
  ['a short jti', 'jti', () => app.sign({ jti: '1' })],
  ['no iat', 'iat', () => app.sign({ iat: undefined })],
  ['no exp', 'exp', () => app.sign({ exp: undefined })],
  ['an exp that is a text', 'exp', () => app.sign({ exp: String(now() + 60) as never })],
  ['a life of eleven minutes', 'too-long', () => app.sign({ exp: now() + 660 })],
  ['an end before its beginning', 'too-long', () => app.sign({ exp: now() - 10 })],
  ['an end two minutes ago', 'expired', () => app.sign({ iat: now() - 300, exp: now() - 120 })],
  [
    'a beginning two minutes ahead',
    'future',
    () => app.sign({ iat: now() + 120, exp: now() + 300 }),
  ],
  ['an nbf two minutes ahead', 'not-yet', () => app.sign({ nbf: now() + 120 })],
  ['a unionid that is no text', 'unionid', () => app.sign({ unionid: 5 })],
  ['a member that is a number', 'member', () => app.sign({ member: 5 })],
  ['a phone_verified that is a text', 'phone-verified', () => app.sign({ phone_verified: 'yes' })],
]

describe('refused with 401, and told why, is a token with', () => {
  it.each(refused)('%s', async (_why, fault, token) => {
    const text = await token()
    const { status, body, headers } = await enter(text)
    expect([status, body.code, body.findings?.[0]?.path]).toEqual([401, 'token-invalid', fault])
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(body.detail).toMatch(/^[^/]*[\u4e00-\u9fff].* \/ [A-Za-z]/)
    if (text.length >= 20 && text.includes('.')) expect((await me(text)).status).toBe(401)
  })

  it('a key that was revoked or ran out', async () => {
    for (const change of [
      `revoked_at = now(), revoked_by_name = '演示'`,
      `revoked_at = null, revoked_by_name = null, not_after = now() - interval '1 second'`,
    ]) {
      await sql(`update client_keys set ${change} where kid = $1`, [other.keys.RS256.kid])
      const { status, body } = await enter(await other.sign({}, { key: other.keys.RS256 }))
      expect([status, body.findings[0].path]).toEqual([401, 'revoked'])
    }
    expect((await enter(await other.sign())).status).toBe(201)
  })

  it('a client that is switched off or ran out; its sessions end too', async () => {
    const gone = await testClient(sql, 'gone-app')
    const { body } = await enter(await gone.sign())
    for (const change of [
      `active = false`,
      `active = true, expires_at = now() - interval '1 second'`,
    ]) {
      await sql(`update api_clients set ${change} where id = $1`, [gone.id])
      const answer = await enter(await gone.sign())
      expect([answer.status, answer.body.findings[0].path]).toEqual([401, 'client'])
    }
    // Another node, which knows nothing from before.
    const fresh = await scene.node({
      takingPart: { desk: {}, rights: {} } as never,
      uploadDir: scene.mediaDir,
    })
    const asked = await fresh.get('/v1/me', { headers: { authorization: `Bearer ${body.token}` } })
    expect([asked.status, asked.body.code]).toEqual([401, 'not-signed-in'])
  })
})

describe('a participant who was shut out', () => {
  it('is told so with 403, at the door and inside', async () => {
    const { body } = await enter(await app.sign({ sub: 'blocked-one', unionid: 'blocked-union' }))
    await sql(
      `update participants set blocked_at = now() where id = (select max(id) from participants)`,
    )
    for (const token of [
      await app.sign({ sub: 'blocked-one' }),
      await other.sign({ unionid: 'blocked-union' }),
    ]) {
      const answer = await enter(token)
      expect([answer.status, answer.body.code]).toEqual([403, 'participant-blocked'])
    }
    expect((await me(body.token)).status).toBe(403)
  })
})

describe('the exchange', () => {
  it.each([
    ['nothing', {}],
    ['two things', { token: 'a', code: 'b' }],
    ['another thing', { tokens: 'a' }],
    ['a number', { token: 5 }],
    ['too much', { token: 'x'.repeat(5_000) }],
  ])('refuses %s with 400', async (_what, body) => {
    expect((await post(body)).status).toBe(400)
  })

  it('takes no session token and no code that it did not give', async () => {
    const { body } = await enter(await app.sign())
    expect((await enter(body.token)).status).toBe(401)
    expect((await post({ code: body.token })).status).toBe(401)
    expect((await post({ code: 'x.y.z' })).status).toBe(401)
  })
})

describe('nobody gets in without', () => {
  it.each([
    ['a header', undefined],
    ['a scheme', 'abc'],
    ['a good token', 'Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['Bearer', 'Basic aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
  ])('%s', async (_what, authorization) => {
    const headers = authorization ? { authorization } : undefined
    const answer = await node.get('/v1/me', { headers })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })
})
