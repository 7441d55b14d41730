import type { PayloadRequest } from 'payload'
import type { Person } from '../../../access/person.ts'
import { query, sql } from '../../../database/sql.ts'
import {
  isRecused,
  type ObjectionState,
  type RulingEffect,
} from '../../../domain/results/objections.ts'
import { words } from '../../../domain/words.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { askedBy } from '../result-request.ts'

/** An objection as its row has it, for the desk. */
export type ObjectionRow = {
  id: number
  number: string
  result: number
  entry: string | null
  state: ObjectionState
  effect: RulingEffect | null
  filedAt: string
  acceptedAt: string | null
  workUnitPath: string | null
  objectorUnit: number | null
  filedBy: number | null
  participant: number | null
}

/** The desk for objections: the province, and the supervisor where the province is itself concerned. */
export const deskOf = (req: PayloadRequest): Person => askedBy(req, ['province', 'supervisor'])

/**
 * The objection of a request, held until the transaction ends, with its list: no list becomes final while
 * somebody rules. Whoever is of the objected work's unit is told that there is none.
 *
 * @throws 404
 */
export async function holdObjection(
  req: PayloadRequest,
  person: Person,
): Promise<ObjectionRow & { isRecused: boolean }> {
  const id = String(req.routeParams?.id ?? '')
  if (!/^\d{1,9}$/.test(id)) throw noObjection()
  await query(
    req,
    sql`select r.id from results r join objections o on o.result_id = r.id where o.id = ${Number(id)} for share of r`,
  )
  const iso = (column: string) =>
    sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
  const [row] = await query<ObjectionRow>(
    req,
    sql`select id, number, result_id as result, entry, state, effect, ${iso('filed_at')} as "filedAt",
        ${iso('accepted_at')} as "acceptedAt", work_unit_path as "workUnitPath", unit_id as "objectorUnit",
        filed_by_id as "filedBy", participant_id::int as participant
      from objections where id = ${Number(id)} for update`,
  )
  if (!row) throw noObjection()
  return { ...row, isRecused: isRecused(person, row) }
}

export function noObjection() {
  const message = words('没有这件异议', 'There is no such objection')
  return refusal(404, message, { code: 'not-found' })
}

/** Writes down what somebody did to an objection, in the transaction that does it. */
export async function noteObjection(
  req: PayloadRequest,
  note: {
    objection: number
    by: number
    action: string
    from?: string
    to?: string
    reason?: string | null
    detail?: unknown
  },
): Promise<void> {
  const { objection, by, action, from = null, to = null, reason = null, detail = null } = note
  await query(
    req,
    sql`insert into objection_log (objection_id, actor_id, action, "from", "to", reason, detail)
      values (${objection}, ${by}, ${action}, ${from}, ${to}, ${reason}, ${detail === null ? null : JSON.stringify(detail)}::jsonb)`,
  )
}
