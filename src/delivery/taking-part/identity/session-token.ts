import { createHmac } from 'node:crypto'
import { createVerifier } from 'fast-jwt'
import { SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
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

/** What session tokens are signed and read with. Reading asks nobody whether the session still stands. */
export type Sessions = {
  issue: (session: Session, seconds: number) => Promise<string>
  /** @throws Problem `not-signed-in` for anything that `issue` did not write, or that has run out */
  read: (token: string) => Promise<Session>
}

const issuer = 'campaign'
const audience = 'campaign/v1'

/** Session tokens: signed by this house alone, the same on all nodes, nothing in them is secret. */
export function openSessions(secret: string): Sessions {
  const key = createHmac('sha256', secret).update('sessions of /v1').digest()
  // Voting reads thousands a second: jose, which asks WebCrypto, takes 80 µs for one, this takes 9.
  const verify = createVerifier({
    key,
    algorithms: ['HS256'],
    checkTyp: 'session+jwt',
    allowedIss: issuer,
    allowedAud: audience,
    requiredClaims: ['sub', 'exp'],
  })
  // A token that was right stays so until it runs out, in seconds since 1970; whoever sends a film in
  // chunks shows the same a thousand times.
  const proved = new LRUCache<string, { session: Session; runsOut: number }>({ max: 20_000 })
  return {
    issue: ({ participant, client, scopes, epoch }, seconds) =>
      new SignJWT({ client, scopes: [...scopes], epoch })
        .setProtectedHeader({ alg: 'HS256', typ: 'session+jwt' })
        .setSubject(String(participant))
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(key),
    async read(token) {
      const known = proved.get(token)
      if (known && known.runsOut > Math.floor(Date.now() / 1000)) return known.session
      try {
        const { sub, client, scopes, epoch, exp } = verify(token) as Record<string, unknown>
        const session = {
          participant: Number(sub),
          client: Number(client),
          scopes: scopes as Scope[],
          epoch: Number(epoch),
        }
        proved.set(token, { session, runsOut: Number(exp) })
        return session
      } catch (cause) {
        throw notSignedIn(cause)
      }
    },
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
