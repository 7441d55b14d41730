import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Who sends a request, as far as the door can tell without the database. */
export type Caller = {
  /** `users:12`, from a token whose signature is good; the session behind it is Payload's to check. */
  account: string | undefined
  /** Whether the request brings any credential at all. */
  hasCredential: boolean
  /** Whether a cookie of this site is among them: a browser, most likely the admin. */
  hasCookie: boolean
}

/**
 * Reads the caller from the session cookie or the `Authorization` header. Only names the caller for
 * logs and rate limits; it lets nobody in.
 *
 * @param secret Payload's derived secret (`payload.secret`)
 */
export function readCaller(headers: IncomingHttpHeaders, secret: string): Caller {
  const cookie = /(?:^|;\s*)payload-token=([^;]+)/.exec(headers.cookie ?? '')?.[1]
  const [scheme, ...rest] = (headers.authorization ?? '').split(' ')
  const bearer = scheme === 'JWT' || scheme === 'Bearer' ? rest.join(' ') : undefined
  const token = bearer ?? cookie
  const key = scheme?.includes('API-Key') ? undefined : token
  return {
    account: key ? accountIn(key, secret) : apiKeyName(headers.authorization),
    hasCredential: Boolean(headers.authorization || cookie),
    hasCookie: Boolean(cookie),
  }
}

function apiKeyName(authorization: string | undefined): string | undefined {
  const found = /API-Key (\S+)/.exec(authorization ?? '')?.[1]
  return found && `key:${createHash('sha256').update(found).digest('hex').slice(0, 12)}`
}

function accountIn(token: string, secret: string): string | undefined {
  const [head = '', body = '', signature = ''] = token.split('.')
  const want = createHmac('sha256', secret).update(`${head}.${body}`).digest()
  const have = Buffer.from(signature, 'base64url')
  if (have.length !== want.length || !timingSafeEqual(have, want)) return undefined
  try {
    const { id, collection, exp } = JSON.parse(Buffer.from(body, 'base64url').toString())
    return exp * 1000 > Date.now() ? `${collection}:${id}` : undefined
  } catch {
    return undefined
  }
}
