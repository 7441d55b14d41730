import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  algorithmOf,
  isSecretJwk,
  keyState,
  keyStateWords,
} from '../../src/domain/participation/client-keys.ts'
import {
  checkClaims,
  clockSkew,
  longestToken,
} from '../../src/domain/participation/client-token.ts'
import { identitiesOf, identityText } from '../../src/domain/participation/identity.ts'
import { partingOf } from '../../src/domain/participation/leaving.ts'
import { tokenFaults } from '../../src/domain/participation/token-fault.ts'
import { readWeChatAnswer } from '../../src/domain/participation/wechat.ts'
import { statuses } from '../../src/domain/workflow.ts'

const now = 1_700_000_000
const expected = { clientId: 'app', audiences: ['campaign'], now }
const good = { iss: 'app', aud: 'campaign', sub: 'a', jti: '12345678', iat: now, exp: now + 60 }

describe('what a client’s token says', () => {
  it('is taken as it is', () => {
    const claims = { ...good, unionid: 'u', member: 'M1', phone_verified: true }
    expect(checkClaims(claims, expected)).toEqual({
      ok: true,
      claims: {
        ...{ sub: 'a', jti: '12345678', exp: now + 60, unionid: 'u' },
        ...{ memberId: 'M1', member: true, phoneVerified: true },
      },
    })
  })

  it('is taken at a time if and only if it is of that time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000, max: 2_000 }),
        fc.integer({ min: -100, max: 1_000 }),
        (begins, lasts) => {
          const claims = { ...good, iat: now + begins, exp: now + begins + lasts }
          const isOfNow = begins <= clockSkew && begins + lasts >= -clockSkew
          const fine = isOfNow && lasts > 0 && lasts <= longestToken
          expect(checkClaims(claims, expected).ok).toBe(fine)
        },
      ),
    )
  })

  it('never stumbles, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            [...Object.keys(good), 'nbf', 'unionid', 'member', 'phone_verified'].map((name) => [
              name,
              fc.oneof(fc.anything(), fc.constantFrom(...Object.values(good))),
            ]),
          ),
          { requiredKeys: [] },
        ),
        (claims) => {
          const checked = checkClaims(claims, expected)
          if (!checked.ok) expect(Object.keys(tokenFaults)).toContain(checked.fault)
        },
      ),
    )
  })
})

describe('identities', () => {
  it('are told apart by kind and by who says so, however they are spelled', () => {
    const parts = fc.tuple(fc.string(), fc.string(), fc.string())
    fc.assert(
      fc.property(parts, parts, (one, two) => {
        const text = ([kind, issuer, subject]: string[]) =>
          identityText({ kind: kind as 'client', issuer: issuer!, subject: subject! })
        expect(text(one) === text(two)).toBe(one.every((part, at) => part === two[at]))
      }),
    )
  })

  it('are the client’s own, and those that it names besides', () => {
    const kinds = (claims: object) =>
      identitiesOf('7', { sub: 'a', ...claims }).map(({ kind, issuer }) => `${kind} ${issuer}`)
    expect(kinds({})).toEqual(['client 7'])
    expect(kinds({ unionid: 'u', memberId: 'm' })).toEqual([
      'client 7',
      'unionid campaign',
      'member campaign',
    ])
  })
})

describe('a key', () => {
  const [before, after] = [new Date(now - 1), new Date(now + 1)]
  it.each([
    ['valid', { revokedAt: null, notAfter: null }],
    ['valid', { revokedAt: null, notAfter: after }],
    ['expired', { revokedAt: null, notAfter: before }],
    ['revoked', { revokedAt: before, notAfter: after }],
    ['revoked', { revokedAt: before, notAfter: before }],
  ] as const)('is %s', (state, key) => {
    expect(keyState(key, new Date(now))).toBe(state)
    expect(keyStateWords[state].zh).not.toBe('')
  })

  it('has one algorithm by its kind, or none', () => {
    expect(algorithmOf({ kty: 'OKP', crv: 'Ed25519' })).toBe('EdDSA')
    expect(algorithmOf({ kty: 'EC', crv: 'P-256' })).toBe('ES256')
    expect(algorithmOf({ kty: 'RSA' })).toBe('RS256')
    for (const other of [
      { kty: 'oct' },
      { kty: 'EC', crv: 'P-384' },
      { kty: 'OKP', crv: 'X25519' },
    ])
      expect(algorithmOf(other)).toBeUndefined()
  })

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])('with %s is a secret', (part) => {
    expect(isSecretJwk({ kty: 'RSA', [part]: 'x' })).toBe(true)
    expect(isSecretJwk({ kty: 'RSA', n: 'x', e: 'AQAB' })).toBe(false)
  })
})

describe('an answer of WeChat', () => {
  it.each([
    [{ openid: 'o', errcode: 0 }, true],
    [{ openid: 'o', is_snapshotuser: 0 }, true],
    [{ openid: 'o', is_snapshotuser: 1 }, 'snapshot'],
    [{ openid: 'o', is_snapshotuser: '1' }, 'snapshot'],
    [{ errcode: 40029 }, 'code'],
    [{ errcode: 40163 }, 'code'],
    [{ errcode: -1 }, 'unavailable'],
    [{ errcode: 40125, openid: 'o' }, 'unavailable'],
    [{ openid: '' }, 'unavailable'],
    [{ openid: 5 }, 'unavailable'],
    [{}, 'unavailable'],
    [null, 'unavailable'],
    ['text', 'unavailable'],
    [[], 'unavailable'],
  ])('%j', (answer, means) => {
    const read = readWeChatAnswer(answer)
    expect(read.ok ? true : read.why).toBe(means)
  })
})

describe('a work whose participant leaves', () => {
  it.each([
    ['draft', false, 'delete'],
    ['draft', true, 'keep'],
    ['submitted', true, 'withdraw'],
    ['recommended', true, 'withdraw'],
    ['accepted', true, 'withdraw'],
    ['published', true, 'leave'],
    ['returned', true, 'withdraw'],
    ['rejected', true, 'keep'],
    ['withdrawn', true, 'keep'],
  ] as const)('%s (numbered: %s): %s', (status, hasNumber, parting) => {
    expect(partingOf({ status, hasNumber })).toBe(parting)
  })

  it('is decided over in every state', () => {
    for (const status of statuses) expect(partingOf({ status, hasNumber: true })).toBeTruthy()
  })
})
