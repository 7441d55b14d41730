import { createHmac, timingSafeEqual } from 'node:crypto'
import { SignJWT } from 'jose'
import { hmacWith } from '../../../database/digest.ts'
import type { RateTier, Scope } from '../../../domain/participation/clients.ts'
import { Problem } from '../../problem.ts'

/** Who asks, as a session token says. */
export type Session = {
  /** A row of `participants`. */
  participant: number
  /** A row of `api_clients`. */
  client: number
  scopes: readonly Scope[]
  /** Of the participant; a session of an older one is void. */
  epoch: number
  /** Of its client, as it is now; `read` says it, tokens do not. */
  rateTier?: RateTier
  /** The name of the client, “江苏工会 App”; likewise. */
  cameFrom?: string
}

/** As much of it as a token says. */
export type SignedSession = Pick<Session, 'participant' | 'client' | 'scopes' | 'epoch'>

/** What session tokens are signed and read with. Reading asks nobody whether the session still stands. */
export type Sessions = {
  issue: (session: Session, seconds: number) => Promise<string>
  /** @throws Problem `not-signed-in` for anything that `issue` did not write, or that has run out */
  read: (token: string) => SignedSession
}

const issuer = 'campaign'
const audience = 'campaign/v1'
const head = { alg: 'HS256', typ: 'session+jwt' }
// The first part of every token that is written here, and of no other one.
const headText = `${Buffer.from(JSON.stringify(head)).toString('base64url')}.`

/** Whether a text has the form of a session token; what it says is not looked at. */
export const isSessionToken = (text: string): boolean => text.startsWith(headText)

/** Session tokens: signed by this house alone, the same on all nodes, nothing in them is secret. */
export function openSessions(secret: string): Sessions {
  const key = createHmac('sha256', secret).update('sessions of /v1').digest()
  const claimsOf = readerOf(key)
  return {
    issue: ({ participant, client, scopes, epoch }, seconds) =>
      new SignJWT({ client, scopes: [...scopes], epoch })
        .setProtectedHeader(head)
        .setSubject(String(participant))
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(key),
    read(token) {
      const claims = claimsOf(token)
      if (!claims || !(claims.exp > Math.floor(Date.now() / 1000))) throw notSignedIn()
      const { sub, client, scopes, epoch } = claims
      return { participant: Number(sub), client, scopes, epoch: Number(epoch) }
    },
  }
}

type Claims = Pick<Session, 'client' | 'scopes' | 'epoch'> & {
  iss: string
  aud: string
  sub: string
  exp: number
}

/**
 * Reads what `issue` wrote, null for anything else (RFC 7515 with the one header there is, so that nothing
 * in a token chooses how it is checked). Voting reads thousands a second: libraries for any token take 10 µs
 * for one (jose, which asks WebCrypto, 80) and leave garbage outside of the heap; this takes 4.
 */
function readerOf(key: Buffer): (token: string) => Claims | null {
  const mac = hmacWith(key)
  return (token) => {
    const end = token.lastIndexOf('.')
    if (!isSessionToken(token) || end < headText.length) return null
    const want = Buffer.from(mac(token.slice(0, end)).toString('base64url'))
    const have = Buffer.from(token.slice(end + 1))
    if (have.length !== want.length || !timingSafeEqual(have, want)) return null
    const claims = JSON.parse(
      Buffer.from(token.slice(headText.length, end), 'base64url').toString(),
    ) as Claims
    return claims.iss === issuer && claims.aud === audience ? claims : null
  }
}

export function notSignedIn(cause?: unknown): Problem {
  return new Problem(
    'not-signed-in',
    {
      zh: '身份无效或已过期，请重新进入',
      en: 'The token is missing, wrong or has run out: ask for a new session',
    },
    { cause, headers: { 'www-authenticate': 'Bearer' } },
  )
}
