import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type FakePerson = {
  openid: string
  unionid?: string
  /** Somebody looks at the snapshot page: WeChat makes a person up. */
  snapshot?: boolean
  /** Allowed more once, so WeChat tells more when it is asked. */
  scope?: 'snsapi_base' | 'snsapi_userinfo'
}

export type FakeWeChat = {
  url: string
  appId: string
  appSecret: string
  /** What WeChat's page does when a person is sent there: the address that it sends them back to. */
  authorize: (address: string, person: FakePerson) => string
  /** Codes of before now are too old from here on. */
  expireCodes: () => void
  /** Answers the next question in this way instead. */
  next: (how: 'errcode' | 'html' | 'silence' | 'huge' | 'redirect' | '500') => void
  /** Paths that were asked. */
  asked: string[]
  close: () => Promise<void>
}

type Code = { person: FakePerson; used: boolean; old: boolean }

/**
 * WeChat's web login as the documentation describes it: the page, codes that are good once and for five
 * minutes, and the two endpoints with their error codes (40029 invalid, 40163 used, 42003 old code,
 * 40013 app id, 40125 secret, 40001 token). It says 200 and text/plain to everything, as WeChat does.
 */
export async function fakeWeChat(): Promise<FakeWeChat> {
  const appId = 'wx0000000000demo'
  const appSecret = 'a-secret-of-the-fake'
  const codes = new Map<string, Code>()
  const tokens = new Map<string, FakePerson>()
  const asked: string[] = []
  let how: string | undefined

  const refuse = (errcode: number, errmsg: string) => ({ errcode, errmsg })
  const accessToken = (query: URLSearchParams) => {
    if (query.get('appid') !== appId) return refuse(40013, 'invalid appid')
    if (query.get('secret') !== appSecret) return refuse(40125, 'invalid appsecret')
    if (query.get('grant_type') !== 'authorization_code') return refuse(40002, 'invalid grant_type')
    const code = codes.get(query.get('code') ?? '')
    if (!code) return refuse(40029, 'invalid code')
    if (code.used) return refuse(40163, 'code been used')
    if (code.old) return refuse(42003, 'code expired')
    code.used = true
    const { openid, unionid, snapshot, scope = 'snsapi_base' } = code.person
    const access_token = randomBytes(16).toString('hex')
    tokens.set(access_token, code.person)
    return {
      ...{ access_token, expires_in: 7200, refresh_token: 'r', openid, scope },
      ...(snapshot ? { is_snapshotuser: 1 } : {}),
      // The silent scope does not tell it but to accounts that are bound to the open platform.
      ...(unionid && scope === 'snsapi_base' ? { unionid } : {}),
    }
  }
  const userInfo = (query: URLSearchParams) => {
    const person = tokens.get(query.get('access_token') ?? '')
    if (!person) return refuse(40001, 'invalid credential')
    if (person.openid !== query.get('openid')) return refuse(40003, 'invalid openid')
    return { openid: person.openid, nickname: '演示', unionid: person.unionid }
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://fake')
    asked.push(pathname)
    const now = how
    how = undefined
    if (now === 'silence') return
    if (now === 'html') return void response.end('<html>502</html>')
    if (now === 'huge') return void response.end(`{"openid":"${'x'.repeat(200_000)}"}`)
    if (now === '500') return void response.writeHead(500).end('{}')
    if (now === 'redirect') {
      return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
    }
    response.setHeader('content-type', 'text/plain')
    const say = (answer: object) => void response.end(JSON.stringify(answer))
    if (now === 'errcode') return say(refuse(-1, 'system busy'))
    if (pathname === '/sns/oauth2/access_token') return say(accessToken(searchParams))
    if (pathname === '/sns/userinfo') return say(userInfo(searchParams))
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    ...{ url, appId, appSecret, asked },
    authorize(address, person) {
      const { origin, pathname, searchParams, hash } = new URL(address)
      const given = Object.fromEntries(searchParams)
      const fine =
        origin === url &&
        pathname === '/connect/oauth2/authorize' &&
        given.appid === appId &&
        given.response_type === 'code' &&
        given.scope === 'snsapi_base' &&
        /^[a-zA-Z0-9]{1,128}$/.test(given.state!) &&
        hash === '#wechat_redirect'
      if (!fine) throw new Error(`WeChat would show an error page: ${address}`)
      const code = randomBytes(16).toString('hex')
      codes.set(code, { person, used: false, old: false })
      const back = new URL(given.redirect_uri!)
      back.searchParams.set('code', code)
      back.searchParams.set('state', given.state!)
      return back.href
    },
    expireCodes: () => codes.forEach((code) => (code.old = true)),
    next: (given) => void (how = given),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
