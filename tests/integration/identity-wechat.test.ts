import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atBest } from '../harness/at-best.ts'
import { testClient, testFieldKey, type TestClient } from '../harness/clients.ts'
import { deliveryScene, type DeliveryScene, type Node } from '../harness/delivery.ts'
import { fakeWeChat, type FakePerson, type FakeWeChat } from '../harness/fake-wechat.ts'

const publicUrl = 'https://good-netizen.example.org'
const page = 'https://h5.example.org/entries?from=menu'

let scene: DeliveryScene
let node: Node
let wechat: FakeWeChat

let app: TestClient

beforeAll(async () => {
  scene = await deliveryScene()
  wechat = await fakeWeChat()
  const sql = async (text: string, values?: unknown[]) =>
    (await scene.client.query(text, values)).rows
  await testClient(sql, 'union-h5', { origins: ['https://h5.example.org'] })
  app = await testClient(sql, 'union-app')
  node = await scene.node({
    ...{ takingPart: { desk: {}, rights: {} } as never, uploadDir: scene.mediaDir },
    ...{ fieldKey: testFieldKey, publicUrl },
    wechat: {
      ...{ appId: wechat.appId, appSecret: wechat.appSecret },
      ...{ authorizeUrl: wechat.url, apiUrl: wechat.url },
    },
  })
})
afterAll(async () => {
  await scene.close()
  await wechat.close()
})

const go = (target: string, cookie?: string) =>
  node.get(target, { redirect: 'manual', headers: cookie ? { cookie } : {} })

/** Sends a browser off, as far as WeChat's page: where it comes back to, and the cookie it has. */
async function sendOff(person: FakePerson, redirect = page, client = 'union-h5') {
  const query = new URLSearchParams({ client, redirect })
  const { status, headers } = await go(`/v1/session/wechat?${query}`)
  expect(status).toBe(302)
  const setCookie = headers.get('set-cookie')!
  const back = new URL(wechat.authorize(headers.get('location')!, person))
  expect(back.origin + back.pathname).toBe(`${publicUrl}/v1/session/wechat/callback`)
  return { back: back.pathname + back.search, cookie: setCookie.split(';')[0]!, setCookie }
}

const exchange = (code: string) =>
  node.get('/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })

async function codeOf(person: FakePerson): Promise<string> {
  const { back, cookie } = await sendOff(person)
  const { status, headers, text } = await go(back, cookie)
  if (status !== 302) throw new Error(`${status} ${text}`)
  const target = new URL(headers.get('location')!)
  expect(target.href).toMatch(/^https:\/\/h5\.example\.org\/entries\?from=menu#/)
  return new URLSearchParams(target.hash.slice(1)).get('session_code')!
}

const idOf = async (person: FakePerson) => {
  const { body } = await exchange(await codeOf(person))
  return body.participant.id as string
}

const codeAndPath = ({ status, body }: { status: number; body: any }) => [
  status,
  body?.code,
  body?.findings?.[0]?.path,
]

describe('signing in by WeChat', () => {
  it('leads back to the page with a code for one session', async () => {
    const code = await codeOf({ openid: 'o-1' })
    const { status, body } = await exchange(code)
    expect([status, body.participant.member]).toEqual([201, false])
    const me = await node.get('/v1/me', { headers: { authorization: `Bearer ${body.token}` } })
    expect([me.status, me.body.client]).toEqual([200, 'union-h5'])
    expect(codeAndPath(await exchange(code))).toEqual([401, 'token-invalid', 'replayed'])
  })

  it('keeps the cookie to itself: for the way back only, out of reach of scripts', async () => {
    const { setCookie } = await sendOff({ openid: 'o-1' })
    expect(setCookie).toMatch(
      /; Path=\/v1\/session\/wechat\/callback; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    )
  })

  it('is the same person each time, and through the App by the unionid', async () => {
    const first = await idOf({ openid: 'o-2', unionid: 'u-2' })
    expect(await idOf({ openid: 'o-2' })).toBe(first)
    expect(await idOf({ openid: 'o-3' })).not.toBe(first)
    const { body } = await node.get('/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: await app.sign({ unionid: 'u-2' }) }),
    })
    expect(body.participant.id).toBe(first)
  })

  it('asks for the unionid where the person once allowed more', async () => {
    const first = await idOf({ openid: 'o-4', unionid: 'u-4' })
    const asked = wechat.asked.length
    expect(await idOf({ openid: 'o-5', unionid: 'u-4', scope: 'snsapi_userinfo' })).toBe(first)
    expect(wechat.asked.slice(asked)).toEqual(['/sns/oauth2/access_token', '/sns/userinfo'])
  })

  it('refuses the made-up person of a snapshot page', async () => {
    const { back, cookie } = await sendOff({ openid: 'o-6', snapshot: true })
    expect(codeAndPath(await go(back, cookie))).toEqual([401, 'token-invalid', 'wechat-snapshot'])
  })
})

describe('the way back', () => {
  it('is gone once, with the cookie of who was sent off', async () => {
    const { back, cookie } = await sendOff({ openid: 'o-7' })
    expect(codeAndPath(await go(back))).toEqual([401, 'token-invalid', 'state'])
    expect((await go(back, cookie)).status).toBe(302)
    expect(codeAndPath(await go(back, cookie))).toEqual([401, 'token-invalid', 'replayed'])
  })

  it('is not gone with somebody else’s state or code', async () => {
    const [mine, theirs] = [await sendOff({ openid: 'o-8' }), await sendOff({ openid: 'o-9' })]
    expect(codeAndPath(await go(theirs.back, mine.cookie))[2]).toBe('state')
    for (const state of ['', 'x', 'a'.repeat(96), 'f'.repeat(129)]) {
      const answer = await go(`/v1/session/wechat/callback?code=c&state=${state}`, mine.cookie)
      expect([400, 401]).toContain(answer.status)
    }
    const changed = mine.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    expect(codeAndPath(await go(mine.back, changed))[2]).toBe('state')
  })

  it('says so when the person did not allow it', async () => {
    const { back, cookie } = await sendOff({ openid: 'o-10' })
    const address = new URL(back, publicUrl)
    address.searchParams.delete('code')
    const answer = await go(address.pathname + address.search, cookie)
    expect(codeAndPath(answer)).toEqual([400, 'invalid-parameter', 'code'])
  })
})

describe('a code of WeChat', () => {
  const withCode = async (change: (back: URL) => void) => {
    const { back, cookie } = await sendOff({ openid: 'o-11' })
    const address = new URL(back, publicUrl)
    change(address)
    return go(address.pathname + address.search, cookie)
  }

  it('that does not exist is 401', async () => {
    const answer = await withCode(({ searchParams }) => searchParams.set('code', 'made-up'))
    expect(codeAndPath(answer)).toEqual([401, 'token-invalid', 'wechat-code'])
  })

  it('that was used is 401', async () => {
    const first = await sendOff({ openid: 'o-12' })
    const code = new URL(first.back, publicUrl).searchParams.get('code')!
    expect((await go(first.back, first.cookie)).status).toBe(302)
    const answer = await withCode(({ searchParams }) => searchParams.set('code', code))
    expect(codeAndPath(answer)).toEqual([401, 'token-invalid', 'wechat-code'])
  })

  it('that is too old is 401', async () => {
    const answer = await withCode(() => wechat.expireCodes())
    expect(codeAndPath(answer)).toEqual([401, 'token-invalid', 'wechat-code'])
  })

  it.each(['errcode', 'html', 'silence', 'huge', 'redirect'] as const)(
    'is nobody’s fault when WeChat answers with %s: 503, within six seconds',
    async (how) => {
      const answered = await atBest(6_000, async () => {
        const startedAt = performance.now()
        const answer = await withCode(() => wechat.next(how))
        expect(codeAndPath(answer).slice(0, 2)).toEqual([503, 'wechat-unavailable'])
        expect(answer.text).not.toContain(wechat.appSecret)
        return performance.now() - startedAt
      })
      expect(answered).toBeLessThan(6_000)
    },
  )
})

describe('nobody is sent off', () => {
  it.each([
    ['to a page of somebody else', 'union-h5', 'https://evil.example.org/'],
    ['to a page whose name begins alike', 'union-h5', 'https://h5.example.org.evil.example/'],
    ['with a name in the address', 'union-h5', 'https://h5.example.org@evil.example/'],
    ['with a password', 'union-h5', 'https://a:b@h5.example.org/'],
    ['over plain http', 'union-h5', 'http://h5.example.org/'],
    ['to a script', 'union-h5', 'javascript:alert(1)'],
    ['with a fragment', 'union-h5', 'https://h5.example.org/#session_code=x'],
    ['nowhere', 'union-h5', 'x'],
    ['for a client without pages', 'union-app', 'https://h5.example.org/'],
    ['for nobody', 'no-client', 'https://h5.example.org/'],
  ])('%s', async (_how, client, redirect) => {
    const answer = await go(`/v1/session/wechat?${new URLSearchParams({ client, redirect })}`)
    expect(codeAndPath(answer).slice(0, 2)).toEqual([400, 'invalid-parameter'])
    expect(answer.headers.get('location')).toBeNull()
  })

  it('where WeChat is not set up', async () => {
    const without = await scene.node({
      ...{ takingPart: { desk: {}, rights: {} } as never, uploadDir: scene.mediaDir },
    })
    const query = new URLSearchParams({ client: 'union-h5', redirect: page })
    for (const target of [`?${query}`, '/callback?code=a&state=b']) {
      expect((await without.get(`/v1/session/wechat${target}`)).status).toBe(404)
    }
  })
})
