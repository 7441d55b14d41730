import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtAddress } from '../../src/plugins/content-safety/look-at-address.ts'
import { isLoopback, isPublic } from '../../src/outgoing/public-address.ts'

describe('the public internet', () => {
  it.each(['1.1.1.1', '223.5.5.5', '172.32.0.1', '2400:3200::1', '[2400:3200::1]'])(
    'has %s',
    (ip) => {
      expect(isPublic(ip)).toBe(true)
    },
  )

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('has not %s', (ip) => {
    expect(isPublic(ip)).toBe(false)
  })
})

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void
let server: http.Server
let base: string
const asked: string[] = []
const answers: Record<string, Answer> = {
  '/fine': (_, response) => response.end('ok'),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/broken': (_, response) => response.writeHead(500).end(),
  '/login': (_, response) => response.writeHead(403).end(),
  '/get-only': ({ method }, response) =>
    response.writeHead(method === 'HEAD' ? 501 : 200).end(method === 'HEAD' ? '' : 'ok'),
  '/again': (_, response) => response.writeHead(302, { location: '/fine' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/inside': (_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/to-name': (_, response) => response.writeHead(302, { location: '//localhost:1/' }).end(),
  '/nonsense': (_, response) => response.writeHead(302, { location: 'http://[' }).end(),
  '/cut': ({ socket }) => socket.destroy(),
  '/slow': () => undefined,
  '/garbage': ({ socket }) => void socket.end('no http at all\r\n\r\n'),
  '/endless': ({ method }, response) => {
    if (method === 'HEAD') return void response.writeHead(405).end()
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      if (!response.destroyed) response.once('drain', more)
    }
    response.writeHead(200)
    more()
  },
}
beforeAll(async () => {
  server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answers[request.url!]!(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const allowed = (ip: string) => isPublic(ip) || isLoopback(ip)

describe('a look at an address', () => {
  it.each([
    ['/fine', 200, true, '能打开'],
    ['/again', 200, true, '能打开'],
    ['/get-only', 200, true, '能打开'],
    ['/login', 403, true, '有应答，但不让程序访问（403），请人工打开确认'],
    ['/gone', 404, false, '页面不存在（404）'],
    ['/broken', 500, false, '网站出错（500）'],
    ['/round', null, false, '网站来回跳转'],
    ['/nonsense', null, false, '网站来回跳转'],
    ['/file', null, false, '不是公网网址'],
    ['/inside', null, false, '不是公网网址'],
    ['/cut', null, false, '连接中断'],
    ['/garbage', null, false, '网站应答不合规范'],
    ['/slow', null, false, '1 秒内没有打开'],
  ])('%s gives %s', async (path, status, ok, zh) => {
    const look = await lookAtAddress(base + path, { allowed, seconds: 1 })
    expect(look).toMatchObject({ status, ok, words: { zh } })
  })

  it('asks for the page only where asking for its head was not enough', async () => {
    asked.length = 0
    await lookAtAddress(`${base}/fine`, { allowed })
    await lookAtAddress(`${base}/get-only`, { allowed })
    expect(asked).toEqual(['HEAD /fine', 'HEAD /get-only', 'GET /get-only'])
  })

  it('never leaves the public internet, not by a literal, a name or a redirect', async () => {
    asked.length = 0
    const port = new URL(base).port
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '2130706433',
      '0x7f.1',
      '[::ffff:127.0.0.1]',
    ]) {
      const look = await lookAtAddress(`http://${host}:${port}/fine`)
      expect(look, host).toMatchObject({ status: null, ok: false, words: { zh: '不是公网网址' } })
    }
    expect(asked).toEqual([])
    // The first is let through; where it sends us is not.
    const first = (ip: string) => ip === '127.0.0.1' && asked.length === 0
    const look = await lookAtAddress(`${base}/to-name`, { allowed: first })
    expect(look.words.zh).toBe('不是公网网址')
  })

  it('reads no more of a page than it has to', async () => {
    const look = await lookAtAddress(`${base}/endless`, { allowed })
    expect(look).toMatchObject({ status: 200, ok: true })
  })

  it('says when nobody listens', async () => {
    const look = await lookAtAddress('http://127.0.0.1:9/', { allowed })
    expect(look).toMatchObject({ ok: false, words: { zh: '网站拒绝连接' } })
  })
})
