import { createHmac } from 'node:crypto'
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
