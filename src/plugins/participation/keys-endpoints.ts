import type { Endpoint, PayloadRequest } from 'payload'
import { personOf, type Person } from '../../access/person.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { addPublicKeys, keysOf, makeSecret, revokeKey } from './keys.ts'
import { readPublicKeys } from './keys-public.ts'

const longestPaste = 20_000

/**
 * The keys of a client, for the province alone:
 * `GET /api/api-clients/{id}/keys` → `{ keys }`;
 * `POST …/keys` `{ "notAfter"? }` makes a shared secret → 201 `{ kid, secret, keys }`, the secret this
 * once; with `"publicKey"` (PEM, JWK or JWKS) it lets that in → 201 `{ keys }`;
 * `POST …/keys/{key}/revoke` → `{ keys }`.
 */
export const keyEndpoints: Endpoint[] = [
  {
    path: '/:id/keys',
    method: 'get',
    handler: async (req) => {
      const { client } = asked(req)
      return answer(200, { keys: await keysOf(req, client) })
    },
  },
  {
    path: '/:id/keys',
    method: 'post',
    handler: async (req) => {
      const { client, by } = asked(req)
      const { publicKey, notAfter } = await bodyOf(req, ['publicKey', 'notAfter'])
      const until = dateOf(notAfter)
      if (publicKey === undefined) {
        const made = await makeSecret(req, { client, by, notAfter: until })
        return answer(201, { ...made, keys: await keysOf(req, client) })
      }
      if (typeof publicKey !== 'string' || publicKey.length > longestPaste) {
        throw refusal(
          400,
          { zh: '公钥应为一段文字', en: 'A public key is a text' },
          { code: 'bad-key', path: 'publicKey' },
        )
      }
      const keys = await readPublicKeys(publicKey)
      await addPublicKeys(req, { client, by, notAfter: until, keys })
      return answer(201, { keys: await keysOf(req, client) })
    },
  },
  {
    path: '/:id/keys/:key/revoke',
    method: 'post',
    handler: async (req) => {
      const { client, by } = asked(req)
      await bodyOf(req, [])
      await revokeKey(req, { client, by, key: numberOf(req.routeParams?.key) })
      return answer(200, { keys: await keysOf(req, client) })
    },
  },
]

function asked(req: PayloadRequest): { client: number; by: Person } {
  const by = personOf(req)
  if (!by) throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
  if (by.role !== 'province') {
    throw refusal(
      403,
      { zh: '接入方由省总工会管理', en: 'Clients are the province’s to manage' },
      { code: 'not-yours' },
    )
  }
  return { client: numberOf(req.routeParams?.id), by }
}

function numberOf(text: unknown): number {
  if (/^\d{1,9}$/.test(String(text))) return Number(text)
  throw refusal(404, { zh: '没有这条记录', en: 'Not found' }, { code: 'not-found' })
}

function dateOf(value: unknown): Date | null {
  if (value === undefined || value === null) return null
  const date = typeof value === 'string' && value.length <= 40 ? new Date(value) : new Date(NaN)
  if (date.getTime() > Date.now() && date.getFullYear() < 2200) return date
  throw refusal(
    400,
    { zh: '有效期应为将来的时间', en: 'notAfter must be a time in the future' },
    { code: 'bad-date', path: 'notAfter' },
  )
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
