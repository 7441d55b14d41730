import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { tokenInvalid } from './token-invalid.ts'

/** Who sent a browser to WeChat, and where it goes afterwards. */
export type Errand = { client: string; redirect: string }

type Kept = Errand & { nonce: string; until: number }

export type States = {
  /** `state` goes to WeChat and back, `cookie` stays with the browser: neither is worth anything alone. */
  write: (errand: Errand) => { state: string; cookie: string }
  /** @throws Problem 401 `token-invalid`; that it is used up is for whoever uses it */
  read: (state: string, cookie: string | undefined) => Errand & { jti: string; expiresAt: Date }
}

export const stateSeconds = 600

/**
 * WeChat lets 128 letters and digits through, so the state is a number and its signature; what it
 * stands for is in the cookie. A link with somebody else's code finds no cookie to it.
 */
export function openStates(secret: string): States {
  const key = createHmac('sha256', secret).update('WeChat states of /v1').digest()
  const sign = (text: string) => createHmac('sha256', key).update(text).digest()
  return {
    write(errand) {
      const nonce = randomBytes(16).toString('hex')
      const kept: Kept = { ...errand, nonce, until: Date.now() + stateSeconds * 1000 }
      const cookie = Buffer.from(JSON.stringify(kept)).toString('base64url')
      return { state: nonce + sign(cookie).toString('hex'), cookie }
    },
    read(state, cookie) {
      if (!cookie || !/^[0-9a-f]{96}$/.test(state)) throw tokenInvalid('state')
      const given = Buffer.from(state.slice(32), 'hex')
      if (!timingSafeEqual(given, sign(cookie))) throw tokenInvalid('state')
      const kept = JSON.parse(Buffer.from(cookie, 'base64url').toString()) as Kept
      if (kept.nonce !== state.slice(0, 32) || kept.until < Date.now()) throw tokenInvalid('state')
      const { client, redirect, nonce, until } = kept
      return { client, redirect, jti: `state ${nonce}`, expiresAt: new Date(until + 60_000) }
    },
  }
}
