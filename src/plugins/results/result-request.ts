import type { PayloadRequest } from 'payload'
import { personOf, type Person, type Role } from '../../access/person.ts'
import { query, sql } from '../../database/sql.ts'
import type { Words } from '../../domain/words.ts'
import { refusal } from '../../hooks/refuse.ts'
import type { Result } from '../../payload-types.ts'
import type { Asked } from './asked.ts'

/** A list as its document has it. */
export type ResultDoc = Omit<Result, 'pending'> & { pending?: Asked | null }

/** Who asks about which list: 401 for strangers, 403 for roles that are not among these, 404 for no list. */
export function resultRequest(
  req: PayloadRequest,
  roles: readonly Role[],
): { id: number; person: Person } {
  const person = askedBy(req, roles)
  const id = String(req.routeParams?.id ?? '')
  if (!/^\d{1,9}$/.test(id)) throw noResult()
  return { id: Number(id), person }
}

/** @throws 401, 403 */
export function askedBy(req: PayloadRequest, roles: readonly Role[]): Person {
  const person = personOf(req)
  if (!person) throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
  if (roles.includes(person.role)) return person
  const words = { zh: '您无权进行此操作', en: 'This is not yours to do' }
  throw refusal(403, words, { code: 'not-yours' })
}

/** @throws 404 */
export async function readResult(req: PayloadRequest, id: number): Promise<ResultDoc> {
  const doc = await req.payload.findByID({
    ...{ collection: 'results', id, depth: 0, disableErrors: true, req },
  })
  if (!doc) throw noResult()
  return doc as unknown as ResultDoc
}

/**
 * A list that nobody else changes until the transaction ends.
 *
 * @throws 404
 */
export async function holdResult(req: PayloadRequest, id: number): Promise<ResultDoc> {
  await query(req, sql`select id from results where id = ${id} for update`)
  return readResult(req, id)
}

export function noResult() {
  return refusal(404, { zh: '没有这份评选结果', en: 'No such result' }, { code: 'not-found' })
}

/** A refusal of the domain as an error of the staff's API. */
export function refused(
  given: { status: number; code: string; message: Words },
  more: object = {},
) {
  return refusal(given.status, given.message, { code: given.code, ...more })
}

/** Writes down what somebody did to a list, in the transaction that does it. */
export async function noteResult(
  req: PayloadRequest,
  note: {
    result: number
    by: number | null
    action: string
    reason?: string | null
    detail?: unknown
  },
): Promise<void> {
  const { result, by, action, reason = null, detail = null } = note
  await query(
    req,
    sql`insert into result_log (result_id, actor_id, action, reason, detail)
      values (${result}, ${by}, ${action}, ${reason}, ${detail === null ? null : JSON.stringify(detail)}::jsonb)`,
  )
}
