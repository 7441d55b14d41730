import type { PayloadRequest } from 'payload'
import { personOf, type Person, type Role } from '../../access/person.ts'
import { query, sql } from '../../database/sql.ts'
import { badText } from '../../domain/text.ts'
import { refusal } from '../../hooks/refuse.ts'

/** @throws 401 for strangers, 403 for roles that are not among these */
export function askedBy(req: PayloadRequest, roles: readonly Role[]): Person {
  const person = personOf(req)
  if (!person) throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
  if (roles.includes(person.role)) return person
  const words = { zh: '您无权进行此操作', en: 'This is not yours to do' }
  throw refusal(403, words, { code: 'not-yours' })
}

/**
 * Who asks about which list.
 *
 * @throws 401, 403, 404
 */
export async function resultAskedBy(
  req: PayloadRequest,
  roles: readonly Role[],
): Promise<{ id: number; title: string; publicId: string | null; person: Person }> {
  const person = askedBy(req, roles)
  const id = String(req.routeParams?.id ?? '')
  const rows = /^\d{1,9}$/.test(id)
    ? await query<{ title: string; publicId: string | null }>(
        req,
        sql`select title, public_id as "publicId" from results where id = ${Number(id)}`,
      )
    : []
  if (rows[0]) return { id: Number(id), person, ...rows[0] }
  throw refusal(404, { zh: '没有这份评选结果', en: 'No such result' }, { code: 'not-found' })
}

/** A reason that somebody gave. @throws 400 without one, or for one that is too long or unfit */
export function reasonOf({ reason }: Record<string, unknown>): string {
  const text = typeof reason === 'string' ? reason.trim() : ''
  if (text !== '' && text.length <= 500 && !badText(text)) return text
  const words = { zh: '请写明理由（500 字以内）', en: 'Give a reason of at most 500 characters' }
  throw refusal(400, words, { code: 'reason-needed', path: 'reason' })
}
