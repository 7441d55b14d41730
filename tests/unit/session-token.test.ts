import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  openSessions,
  type Session,
} from '../../src/delivery/taking-part/identity/session-token.ts'

const session: Session = { participant: 7, client: 3, scopes: ['entries:write'], epoch: 1 }

describe('A session token that was read before', () => {
  afterEach(() => void vi.useRealTimers())

  it('is the same session again, and none when it has run out', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
    const sessions = openSessions('a-secret-of-this-test-alone')
    const token = await sessions.issue(session, 60)
    expect(await sessions.read(token)).toEqual(session)
    expect(await sessions.read(token)).toEqual(session)
    vi.setSystemTime(1_800_000_059_999)
    expect(await sessions.read(token)).toEqual(session)
    vi.setSystemTime(1_800_000_060_001)
    await expect(sessions.read(token)).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  it('vouches for no other token', async () => {
    const sessions = openSessions('a-secret-of-this-test-alone')
    const token = await sessions.issue(session, 60)
    await sessions.read(token)
    const [head, body, mark] = token.split('.')
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body!, 'base64url').toString()), sub: '8' }),
    ).toString('base64url')
    for (const other of [`${head}.${forged}.${mark}`, `${head}.${body}.`, `${token}x`]) {
      await expect(sessions.read(other)).rejects.toMatchObject({ code: 'not-signed-in' })
    }
    const others = openSessions('another-secret-of-this-test')
    await expect(others.read(token)).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})
