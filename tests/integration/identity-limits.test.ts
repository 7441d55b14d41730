import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { highTier, publicLimits } from '../../src/delivery/limits.ts'
import { testClient, testFieldKey, type TestClient } from '../harness/clients.ts'
import { deliveryScene, until, type DeliveryScene, type Node } from '../harness/delivery.ts'

const page = 'https://h5.example.org'
// An address may ask 60 times a minute, a client of the high tier 600 times.
const scale = 0.01

let scene: DeliveryScene
let sql: (text: string, values?: unknown[]) => Promise<any[]>
let normal: TestClient
let high: TestClient

beforeAll(async () => {
  scene = await deliveryScene()
  sql = async (text, values) => (await scene.client.query(text, values)).rows
  normal = await testClient(sql, 'union-h5', { origins: [page] })
  high = await testClient(sql, 'union-app', { rateTier: 'high' })
})
afterAll(() => scene.close())

const rights = {
  erase: async () => ({ deleted: 0, withdrawn: 0, left: 0 }),
  collect: async () => ({ documents: [], files: [] }),
}
const start = (options: object = {}) =>
  scene.node({
    ...{ takingPart: { desk: {}, rights } as never, uploadDir: scene.mediaDir },
    ...{ fieldKey: testFieldKey, ...options },
  })

async function enter(node: Node, client: TestClient, address: string): Promise<string> {
  const { status, body, text } = await node.get('/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ token: await client.sign() }),
  })
  if (status !== 201) throw new Error(text)
  return body.token
}

const me = (node: Node, token: string, address: string, method = 'GET') =>
  node.get('/v1/me', {
    method,
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': address },
  })

describe('a page of a client', () => {
  const preflight = (node: Node, method: string, headers: string) =>
    node.get('/v1/me', {
      method: 'OPTIONS',
      headers: {
        origin: page,
        'access-control-request-method': method,
        'access-control-request-headers': headers,
      },
    })

  it('is let in by the origin that the province wrote down, also to change and upload', async () => {
    const node = await start()
    for (const [method, headers] of [
      ['DELETE', 'authorization'],
      ['PATCH', 'authorization,tus-resumable,upload-offset,upload-checksum,content-type'],
      ['POST', 'idempotency-key,upload-length,upload-metadata'],
    ] as const) {
      const answer = await preflight(node, method, headers)
      expect(answer.status).toBe(204)
      expect(answer.headers.get('access-control-allow-origin')).toBe(page)
      expect(answer.headers.get('access-control-allow-methods')).toContain(method)
      const allowed = answer.headers.get('access-control-allow-headers')!.toLowerCase()
      for (const header of headers.split(',')) expect(allowed).toContain(header)
    }
    const answer = await node.get('/v1/me', { headers: { origin: page } })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([401, page])
    const exposed = answer.headers.get('access-control-expose-headers')!
    for (const header of ['Location', 'Upload-Offset', 'Upload-Expires', 'Tus-Resumable'])
      expect(exposed).toContain(header)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('is let in, and shut out, within seconds of its being written down', async () => {
    const node = await start()
    const allows = async () =>
      (await node.get('/v1/campaigns', { headers: { origin: page } })).headers.get(
        'access-control-allow-origin',
      ) === page
    expect(await allows()).toBe(true)
    await sql('update api_clients set active = false where id = $1', [normal.id])
    await until(async () => !(await allows()))
    await sql('update api_clients set active = true where id = $1', [normal.id])
    await until(allows)
  })

  it('is no page of somebody else', async () => {
    const node = await start({ corsOrigins: ['https://listed.example.org'] })
    const headers = async (origin: string) =>
      (await node.get('/v1/campaigns', { headers: { origin } })).headers
    for (const origin of ['https://h5.example.org.evil.example', 'null', 'http://h5.example.org'])
      expect((await headers(origin)).get('access-control-allow-origin')).toBeNull()
    const listed = 'https://listed.example.org'
    expect((await headers(listed)).get('access-control-allow-origin')).toBe(listed)
  })
})

describe('the allowance', () => {
  it('of an address is many times as large for people of a client of the high tier', async () => {
    const node = await start({ rateLimitScale: scale })
    const address = '203.0.113.20'
    const trusted = await enter(node, high, address)
    const usual = await enter(node, normal, address)
    await me(node, trusted, address)
    const { headers } = await me(node, trusted, address)
    const limits = [publicLimits.address * highTier * scale, publicLimits.address * scale]
    expect(Number(headers.get('ratelimit-limit'))).toBe(limits[0])
    const other = await me(node, usual, address)
    expect(Number(other.headers.get('ratelimit-limit'))).toBe(limits[1])
    // Strangers use up what the address has; those of the client go on.
    let status = 200
    for (let asked = 0; status !== 429 && asked < 100; asked += 1) {
      status = (await me(node, usual, address)).status
    }
    expect(status).toBe(429)
    expect((await me(node, trusted, address)).status).toBe(200)
    const forged = await me(node, `${trusted.slice(0, -3)}abc`, address)
    expect(forged.status).toBe(429)
  })

  it('for changes is each participant’s own, wherever they are', async () => {
    const node = await start({ rateLimitScale: 0.05 })
    const token = await enter(node, normal, '203.0.113.21')
    const statuses: number[] = []
    for (let at = 0; at < 4; at += 1) {
      statuses.push((await me(node, token, `203.0.113.${30 + at}`, 'DELETE')).status)
    }
    expect(statuses).toEqual([200, 200, 200, 429])
    expect((await me(node, token, '203.0.113.40')).status).toBe(200)
    const another = await enter(node, normal, '203.0.113.21')
    expect((await me(node, another, '203.0.113.30', 'DELETE')).status).toBe(200)
  })
})

describe('what a session may', () => {
  it('is what its client still may: a scope that was taken away is gone from it', async () => {
    const node = await start()
    const client = await testClient(sql, 'scoped-app', { scopes: ['entries:write'] })
    const token = await enter(node, client, '203.0.113.50')
    const ask = async () =>
      (await node.get('/v1/me/entries', { headers: { authorization: `Bearer ${token}` } })).body
        ?.code
    expect(await ask()).not.toBe('scope-missing')
    await sql(`update api_clients_texts set text = 'votes:write' where parent_id = $1`, [client.id])
    await until(async () => (await ask()) === 'scope-missing')
  })
})
