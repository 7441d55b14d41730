import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callerNetwork } from '../../src/domain/caller-network.ts'
import { readCaller } from '../../src/door/caller.ts'
import { requestId } from '../../src/door/request-id.ts'
import { routeClass, routeName } from '../../src/door/route-name.ts'
import { contentPolicy } from '../../src/door/security-headers.ts'
import { readTarget } from '../../src/door/target.ts'
import { TurnedAway } from '../../src/door/turn-away.ts'

describe('the address of a request', () => {
  it.each([
    ['/api/videos?limit=1', 'api'],
    ['/api', 'api'],
    ['/apix', 'other'],
    ['/%61pi/videos', 'api'],
    ['/api/graphql', 'graphql'],
    ['/api/%67raphql', 'graphql'],
    ['/api/media/file/%E5%9B%BE.jpg', 'media'],
    ['/admin', 'admin'],
    ['/administrator', 'other'],
    ['/_next/static/x.js', 'static'],
  ])('%s is %s', (url, kind) => {
    expect(readTarget(url).kind).toBe(kind)
  })

  it('is plain or refused: nothing that another reader could take for something else passes', () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      '%00',
      '%0a',
      '%',
      'api',
      'admin',
      '?',
      '#',
      '%23',
      '中',
      '%ff',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const url = `/${pieces.join('')}`
        try {
          const { path, rawPath, search } = readTarget(url)
          expect(rawPath + search).toBe(url)
          const asUrl = new URL(url, 'http://door.example')
          expect(decodeURIComponent(asUrl.pathname)).toBe(path)
          expect(path.startsWith('//')).toBe(false)
        } catch (error) {
          expect(error).toBeInstanceOf(TurnedAway)
        }
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('the network of a caller', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(callerNetwork(address)).toBe(network)
  })
})

describe('the caller', () => {
  const secret = 'a-secret'
  const token = (claims: object, key = secret) => {
    const text = ['{"alg":"HS256"}', JSON.stringify(claims)]
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.')
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
  }
  const claims = { id: 12, collection: 'users', exp: Date.now() / 1000 + 60 }

  it('is named by a token with a good signature, in any of its places', () => {
    const good = token(claims)
    const account = 'users:12'
    expect(readCaller({ authorization: `JWT ${good}` }, secret)).toEqual({
      account,
      hasCredential: true,
      hasCookie: false,
    })
    expect(readCaller({ authorization: `Bearer ${good}` }, secret).account).toBe(account)
    expect(readCaller({ cookie: `a=1; payload-token=${good}; b=2` }, secret)).toEqual({
      account,
      hasCredential: true,
      hasCookie: true,
    })
  })

  it('is nobody by a forged, expired, or garbled one', () => {
    for (const bad of [
      token(claims, 'other'),
      token({ ...claims, exp: 1 }),
      token(claims).slice(0, -2),
      'a.b.c',
      '..',
      '',
    ]) {
      expect(readCaller({ authorization: `JWT ${bad}` }, secret).account).toBeUndefined()
    }
    expect(readCaller({}, secret)).toEqual({
      account: undefined,
      hasCredential: false,
      hasCookie: false,
    })
  })

  it('is a name made of the key, not the key, when it brings one', () => {
    const { account } = readCaller({ authorization: 'users API-Key 0123456789' }, secret)
    expect(account).toMatch(/^key:[0-9a-f]{12}$/)
  })
})

describe('what the log and the metrics call a request', () => {
  it.each([
    ['/api/videos?where[x]=secret', '/api/videos'],
    ['/admin/reset/abc', '/admin/reset/…'],
    ['/api/users/verify/abc', '/api/users/verify/…'],
    ['/api/media/file/张三.jpg', '/api/media/file/…'],
    [`/x/${'a'.repeat(40)}`, '/x/…'],
    ['/api/videos/12/transition', '/api/videos/12/transition'],
  ])('%s is %s', (url, name) => {
    expect(routeName(url)).toBe(name)
  })

  it('keeps the classes few', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        expect([
          'home',
          'static',
          'media',
          'graphql',
          'api',
          'admin',
          'v1',
          'healthz',
          'readyz',
          'metrics',
          'other',
        ]).toContain(routeClass(path || '/'))
      }),
    )
  })

  it('takes over a sane id only', () => {
    expect(requestId({ headers: { 'x-request-id': 'abcdefgh-1234' } })).toBe('abcdefgh-1234')
    for (const given of ['short', 'a'.repeat(65), 'with space', 'new\nline', '{"a":1}xx']) {
      expect(requestId({ headers: { 'x-request-id': given } })).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})

describe('the content policy', () => {
  const policy = (rest: object) =>
    contentPolicy({ kind: 'admin', path: '/admin', nonce: 'n', dev: false, https: false, ...rest })

  it('allows evaluating code while developing only, and upgrades under https only', () => {
    expect(policy({})).not.toMatch(/unsafe-eval|upgrade-insecure|script-src[^;]*unsafe-inline/)
    expect(policy({ dev: true })).toContain("'unsafe-eval'")
    expect(policy({ https: true })).toContain('upgrade-insecure-requests')
  })
})
