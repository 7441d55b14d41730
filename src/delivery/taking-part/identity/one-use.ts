import { createHmac, randomBytes } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { tokenInvalid } from './token-invalid.ts'

/** What a code stands for until it is exchanged. */
export type Code = { participant: number; client: number; epoch: number; member: boolean }

export type OneUse = {
  /** A code that is exchanged for a session, once and within two minutes. */
  code: (code: Code) => Promise<string>
  /** @throws Problem 401 `token-invalid`; that it is used up is for whoever uses it */
  readCode: (text: string) => Promise<Code & { jti: string; expiresAt: Date }>
}

const seconds = 120
const claims = { issuer: 'campaign', audience: 'campaign/v1/session' }

/** Codes are signed, so nothing is stored for those that nobody comes back with. */
export function openOneUse(secret: string): OneUse {
  const key = createHmac('sha256', secret).update('session codes of /v1').digest()
  return {
    code: (code) =>
      new SignJWT(code)
        .setProtectedHeader({ alg: 'HS256', typ: 'code+jwt' })
        .setJti(randomBytes(12).toString('base64url'))
        .setIssuer(claims.issuer)
        .setAudience(claims.audience)
        .setExpirationTime(`${seconds}s`)
        .sign(key),
    async readCode(text) {
      const { payload } = await jwtVerify<Code>(text, key, {
        ...claims,
        algorithms: ['HS256'],
        typ: 'code+jwt',
        requiredClaims: ['jti', 'exp'],
      }).catch((cause: unknown) => {
        throw tokenInvalid('code', cause)
      })
      const { participant, client, epoch, member, jti, exp } = payload
      return {
        ...{ participant, client, epoch, member, jti: jti! },
        expiresAt: new Date((exp! + 60) * 1000),
      }
    },
  }
}
