import type { PayloadRequest } from 'payload'
import { personOf, type Person, type Role } from '../../access/person.ts'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { lockRound } from '../../database/voting/ledger.ts'
import { refusal } from '../../hooks/refuse.ts'
import type { Round } from './read-round.ts'

/** Who asks about which round: 401 for strangers, 403 for roles that are not among these, 404 for no round. */
export function roundRequest(
  req: PayloadRequest,
  roles: readonly Role[],
): { id: number; person: Person } {
  const person = personOf(req)
  if (!person) throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
  if (!roles.includes(person.role)) {
    const words = { zh: '您无权进行此操作', en: 'This is not yours to do' }
    throw refusal(403, words, { code: 'not-yours' })
  }
  const id = String(req.routeParams?.id ?? '')
  if (!/^\d{1,9}$/.test(id)) throw noRound()
  return { id: Number(id), person }
}

/** @throws 404 */
export async function readRound(req: PayloadRequest, id: number): Promise<Round> {
  const round = await req.payload.findByID({
    ...{ collection: 'vote-rounds', id, depth: 0, disableErrors: true, req },
  })
  if (!round) throw noRound()
  return round as Round
}

/**
 * A round that nobody else changes, and in which no batch of votes is under way, until the
 * transaction ends. In the order in which Payload's own operations hold it: row, then votes.
 *
 * @throws 404
 */
export async function holdRound(req: PayloadRequest, id: number): Promise<Round> {
  await query(req, sql`select id from vote_rounds where id = ${id} for update`)
  await lockRound(runIn(req), id)
  return readRound(req, id)
}

function noRound() {
  return refusal(404, { zh: '没有这个投票轮次', en: 'No such round' }, { code: 'not-found' })
}
