import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { SignJWT } from 'jose'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  openSessions,
  type Session,
} from '../../src/delivery/taking-part/identity/session-token.ts'

const notSignedIn = expect.objectContaining({ code: 'not-signed-in' }) as Error
const session: Session = { participant: 7, client: 3, scopes: ['entries:write'], epoch: 1 }

describe('A session token that was read before', () => {
  afterEach(() => void vi.useRealTimers())

  it('is the same session again, and none when it has run out', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
    const sessions = openSessions('a-secret-of-this-test-alone')
    const token = await sessions.issue(session, 60)
    expect(sessions.read(token)).toEqual(session)
    expect(sessions.read(token)).toEqual(session)
    vi.setSystemTime(1_800_000_059_999)
    expect(sessions.read(token)).toEqual(session)
    vi.setSystemTime(1_800_000_060_001)
    expect(() => sessions.read(token)).toThrow(notSignedIn)
  })

  it('vouches for no other token', async () => {
    const sessions = openSessions('a-secret-of-this-test-alone')
    const token = await sessions.issue(session, 60)
    sessions.read(token)
    const [head, body, mark] = token.split('.')
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body!, 'base64url').toString()), sub: '8' }),
    ).toString('base64url')
    for (const other of [`${head}.${forged}.${mark}`, `${head}.${body}.`, `${token}x`]) {
      expect(() => sessions.read(other)).toThrow(notSignedIn)
    }
    const others = openSessions('another-secret-of-this-test')
    expect(() => others.read(token)).toThrow(notSignedIn)
  })

  it('is nobody else’s: another header, another issuer, no end', async () => {
    const secret = 'a-secret-of-this-test-alone'
    const key = createHmac('sha256', secret).update('sessions of /v1').digest()
    const sessions = openSessions(secret)
    const made = (claims: Record<string, unknown>, header: { alg: string; typ?: string }) =>
      new SignJWT({ client: 3, scopes: [], epoch: 1, ...claims })
        .setProtectedHeader(header)
        .setSubject('7')
        .sign(key)
    const good = { iss: 'campaign', aud: 'campaign/v1', exp: 4_000_000_000 }
    const usual = { alg: 'HS256', typ: 'session+jwt' }
    expect(sessions.read(await made(good, usual))).toMatchObject({ participant: 7 })
    for (const token of [
      await made(good, { alg: 'HS512', typ: 'session+jwt' }),
      await made(good, { alg: 'HS256', typ: 'code+jwt' }),
      await made(good, { alg: 'HS256' }),
      await made({ ...good, iss: 'another' }, usual),
      await made({ ...good, aud: 'campaign/v1/session' }, usual),
      await made({ ...good, exp: 1_600_000_000 }, usual),
      await made({ iss: 'campaign', aud: 'campaign/v1' }, usual),
      await made({ ...good, exp: 'never' }, usual).catch(() => ''),
      ...['', '.', '..', 'a.b.c', `${(await made(good, usual)).split('.')[0]}..`],
    ]) {
      expect(() => sessions.read(token), token).toThrow(notSignedIn)
    }
  })
})

describe('A session token in the hands of somebody else', () => {
  const secret = 'a-secret-of-this-test-alone'
  const sessions = openSessions(secret)
  const issued = sessions.issue(session, 3_600)
  const key = createHmac('sha256', secret).update('sessions of /v1').digest()
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    ...{ iss: 'campaign', aud: 'campaign/v1', sub: '7', exp: 4_000_000_000 },
    ...{ client: 3, scopes: [], epoch: 1 },
  }

  it('is none any more when one sign of it is another, missing or too many', async () => {
    const token = await issued
    const sign = fc.constantFrom(...'abcXYZ019-_.=+/ \n\u0000\u00e9\u804c')
    const place = fc.nat({ max: token.length - 1 })
    fc.assert(
      fc.property(place, sign, fc.constantFrom(0, 1), (at, put, gone) => {
        const other = token.slice(0, at) + put + token.slice(at + gone)
        fc.pre(other !== token)
        expect(() => sessions.read(other)).toThrow(notSignedIn)
      }),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(place, (at) => {
        const other = token.slice(0, at) + token.slice(at + 1)
        fc.pre(other !== token)
        expect(() => sessions.read(other)).toThrow(notSignedIn)
      }),
      { numRuns: 100 },
    )
  })

  it('has one signature: no other spelling of the same bytes, no shorter or longer one', async () => {
    const token = await issued
    const [head, body, mark] = token.split('.') as [string, string, string]
    const bytes = Buffer.from(mark, 'base64url')
    // Two bits of the last sign mean nothing: three more spellings are the same 32 bytes.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const same = [...letters]
      .map((letter) => mark.slice(0, -1) + letter)
      .filter((text) => text !== mark && Buffer.from(text, 'base64url').equals(bytes))
    expect(same).toHaveLength(3)
    const hex = bytes.toString('hex')
    const others = [...same, `${mark}=`, ` ${mark}`, `${mark}\n`, hex, bytes.toString('latin1')]
    for (const length of [0, 1, 16, 31])
      others.push(bytes.subarray(0, length).toString('base64url'))
    others.push(Buffer.concat([bytes, bytes]).toString('base64url'))
    for (const one of others) {
      expect(() => sessions.read(`${head}.${body}.${one}`), one).toThrow(notSignedIn)
    }
  })

  it('chooses neither how it is checked nor with what', () => {
    const sign = (text: string, algorithm = 'sha256', with_: Buffer | string = key) =>
      `${text}.${createHmac(algorithm, with_).update(text).digest('base64url')}`
    const body = base64(claims)
    const usual = base64({ alg: 'HS256', typ: 'session+jwt' })
    expect(sessions.read(sign(`${usual}.${body}`))).toMatchObject({ participant: 7 })
    const headers = [
      { alg: 'none', typ: 'session+jwt' },
      { alg: 'hs256', typ: 'session+jwt' },
      { alg: 'RS256', typ: 'session+jwt' },
      { typ: 'session+jwt', alg: 'HS256' },
      { alg: 'HS256', typ: 'session+jwt', crit: ['b64'], b64: false },
      { alg: 'HS256', typ: 'session+jwt', jwk: { kty: 'oct', k: key.toString('base64url') } },
      { alg: 'HS256', typ: 'SESSION+JWT' },
    ]
    const forged = [
      ...headers.flatMap((header) => [
        `${base64(header)}.${body}.`,
        sign(`${base64(header)}.${body}`),
      ]),
      `${usual}.${body}`,
      `${usual}.${body}.`,
      sign(`${usual}.${body}`, 'sha512'),
      ...['', secret, Buffer.alloc(32)].map((one) => sign(`${usual}.${body}`, 'sha256', one)),
      // What follows a whole token is signed by nobody.
      `${sign(`${usual}.${body}`)}.${base64({})}`,
    ]
    for (const token of forged) expect(() => sessions.read(token), token).toThrow(notSignedIn)
  })
})
