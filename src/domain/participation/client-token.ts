import { badText } from '../text.ts'
import type { TokenFault } from './token-fault.ts'

/** How far clocks may be apart, in seconds. */
export const clockSkew = 60

/** How long a client's token lives at most, in seconds. */
export const longestToken = 600

/** What a client says of a person, checked. Times in seconds since 1970. */
export type ClientClaims = {
  sub: string
  jti: string
  exp: number
  unionid: string | undefined
  /** The number in the union's register, where the client knows it. */
  memberId: string | undefined
  /** Undefined: the client says nothing about it. */
  member: boolean | undefined
  phoneVerified: boolean | undefined
}

type Expected = {
  /** The client that the key belongs to. */
  clientId: string
  audiences: readonly string[]
  /** Seconds since 1970. */
  now: number
}

export type Checked = { ok: true; claims: ClientClaims } | { ok: false; fault: TokenFault }

/**
 * Checks what a client's token says, once its signature is known to be good. Texts are taken as they
 * are: nothing is trimmed, numbers are no texts.
 */
export function checkClaims(
  claims: Readonly<Record<string, unknown>>,
  { clientId, audiences, now }: Expected,
): Checked {
  const wrong = (fault: TokenFault): Checked => ({ ok: false, fault })
  const { iss, aud, sub, jti, iat, exp, nbf, unionid, member, phone_verified: phone } = claims
  if (iss !== clientId) return wrong('iss')
  if (![aud].flat().some((one) => audiences.includes(one as string))) return wrong('aud')
  if (!isText(sub, 1, 200)) return wrong('sub')
  if (!isText(jti, 8, 200)) return wrong('jti')
  if (!isTime(iat)) return wrong('iat')
  if (!isTime(exp)) return wrong('exp')
  if (iat > now + clockSkew) return wrong('future')
  if (exp - iat > longestToken || exp <= iat) return wrong('too-long')
  if (exp < now - clockSkew) return wrong('expired')
  if (nbf !== undefined && !(isTime(nbf) && nbf <= now + clockSkew)) return wrong('not-yet')
  if (unionid !== undefined && !isText(unionid, 1, 200)) return wrong('unionid')
  if (member !== undefined && typeof member !== 'boolean' && !isText(member, 1, 100))
    return wrong('member')
  if (phone !== undefined && typeof phone !== 'boolean') return wrong('phone-verified')
  const memberId = typeof member === 'string' ? member : undefined
  return {
    ok: true,
    claims: {
      ...{ sub, jti, exp, unionid, memberId },
      member: typeof member === 'string' ? true : member,
      phoneVerified: phone,
    },
  }
}

function isText(value: unknown, least: number, most: number): value is string {
  return (
    typeof value === 'string' &&
    value.length >= least &&
    value.length <= most &&
    value.trim() !== '' &&
    badText(value) === null
  )
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 1e11
}
