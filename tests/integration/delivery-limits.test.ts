import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicLimits } from '../../src/delivery/limits.ts'
import { deliveryScene, until, type DeliveryScene, type Node } from '../harness/delivery.ts'

let scene: DeliveryScene
let node: Node
// A hundredth of what is allowed: 60 an address, 12 a client, 300 files.
const scale = 0.01

beforeAll(async () => {
  scene = await deliveryScene()
  await scene.rows.entry({ number: 1 })
  node = await scene.node({ rateLimitScale: scale, corsOrigins: ['https://app.example.org'] })
})
afterAll(() => scene.close())

const from = (address: string, more: Record<string, string> = {}) => ({
  headers: { 'x-forwarded-for': address, ...more },
})

/** The answers to so many requests, one after the other. */
async function ask(times: number, init: RequestInit, target = '/v1/entries') {
  const got = []
  for (let time = 0; time < times; time += 1) got.push(await node.get(target, init))
  return got
}

describe('an address', () => {
  it('is told how many requests are left, and 429 when none is', async () => {
    const got = await ask(62, from('203.0.113.1'))
    expect(got.map(({ status }) => status)).toEqual([...Array(60).fill(200), 429, 429])
    expect(got.map(({ headers }) => Number(headers.get('ratelimit-remaining')))).toEqual([
      ...Array.from({ length: 60 }, (_, at) => 59 - at),
      0,
      0,
    ])
    const { headers, body } = got[61]!
    expect(headers.get('ratelimit-limit')).toBe(String(publicLimits.address * scale))
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0)
    expect(headers.get('retry-after')).toBe(headers.get('ratelimit-reset'))
    expect(body).toMatchObject({ code: 'too-many-requests', status: 429 })
  })

  it('is a /64 of IPv6, and leaves the others alone', async () => {
    for (let one = 1; one <= 60; one += 1) await node.get('/v1/entries', from(`2001:db8::${one}`))
    expect((await node.get('/v1/entries', from('2001:db8::ffff'))).status).toBe(429)
    expect((await node.get('/v1/entries', from('2001:db8:0:1::1'))).status).toBe(200)
  })

  it('has another allowance for files', async () => {
    await ask(61, from('203.0.113.2'))
    const { status, headers } = await node.get('/v1/media/none.webp', from('203.0.113.2'))
    expect([status, headers.get('ratelimit-limit')]).toEqual([
      404,
      String(publicLimits.media * scale),
    ])
  })

  it('is told on every answer, on refusals too', async () => {
    for (const target of ['/v1/entries?x=1', '/v1/nothing', '/v1/entries/2022-CAS-000009']) {
      const { headers } = await node.get(target, from('203.0.113.3'))
      expect(headers.get('ratelimit-limit')).toBe('60')
    }
  })
})

describe('a client', () => {
  it('that names itself is counted on its own, within its address', async () => {
    const app = from('203.0.113.4', { 'x-client-id': 'app-1' })
    const got = await ask(13, app)
    expect(got.at(-1)!.status).toBe(429)
    expect(got[0]!.headers.get('ratelimit-limit')).toBe(String(publicLimits.client * scale))
    const another = from('203.0.113.4', { 'x-client-id': 'app-2' })
    expect((await node.get('/v1/entries', another)).status).toBe(200)
    expect(
      (await node.get('/v1/entries', from('203.0.113.5', { 'x-client-id': 'app-1' }))).status,
    ).toBe(200)
  })

  it.each(['a b', 'a'.repeat(65), '<script>'])('named %s is refused', async (id) => {
    const { status, body } = await node.get(
      '/v1/entries',
      from('203.0.113.6', { 'x-client-id': id }),
    )
    expect([status, body.code, body.findings[0].path]).toEqual([
      400,
      'invalid-parameter',
      'X-Client-Id',
    ])
  })
})

describe('a page of another site', () => {
  it('may read when its origin is listed', async () => {
    const origin = { origin: 'https://app.example.org' }
    for (const time of ['first', 'from memory']) {
      const { headers } = await node.get('/v1/entries', from('203.0.113.7', origin))
      expect([time, headers.get('access-control-allow-origin')]).toEqual([time, origin.origin])
      expect(headers.get('access-control-expose-headers')).toContain('RateLimit-Remaining')
      expect(headers.get('vary')).toContain('Origin')
    }
    const stranger = await node.get(
      '/v1/entries',
      from('203.0.113.7', { origin: 'https://x.example' }),
    )
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull()
    const problem = await node.get('/v1/entries?x=1', from('203.0.113.7', origin))
    expect(problem.headers.get('access-control-allow-origin')).toBe(origin.origin)
  })

  it('asks beforehand and is told what it may do', async () => {
    const preflight = { origin: 'https://app.example.org', 'access-control-request-method': 'GET' }
    const { status, headers } = await node.get('/v1/entries', {
      method: 'OPTIONS',
      ...from('203.0.113.8', preflight),
    })
    expect([status, headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD, POST, PATCH, DELETE, OPTIONS',
    ])
  })
})

describe('under pressure', () => {
  it('what is in memory goes out, the rest waits outside, and others of the process go on', async () => {
    const pressed = await scene.node({ mostDelay: undefined, patience: undefined })
    await until(() => pressed.delivery.stats().listening)
    expect((await pressed.get('/v1/entries')).status).toBe(200)
    let going = true
    const press = () => {
      if (!going) return
      const end = performance.now() + 700
      while (performance.now() < end);
      setTimeout(press, 1)
    }
    press()
    let refused = await pressed.get('/v1/entries?limit=99')
    // Until the pressure is seen, requests go through, or wait for the database in vain.
    for (let limit = 98; refused.body.code !== 'overloaded' && limit > 60; limit -= 1) {
      refused = await pressed.get(`/v1/entries?limit=${limit}`)
    }
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      503,
      'overloaded',
      '2',
    ])
    expect((await pressed.get('/v1/entries')).status).toBe(200)
    expect((await pressed.get('/beside')).text).toBe('the admin')
    going = false
    await until(async () => (await pressed.get('/v1/entries?limit=99')).status === 200)
  })
})
