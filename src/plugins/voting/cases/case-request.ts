import type { PayloadRequest } from 'payload'
import { personOf, type Person } from '../../../access/person.ts'
import { query, sql } from '../../../database/sql.ts'
import type { CaseQuery, CaseState, VoidClass } from '../../../domain/voting/cases.ts'
import { refusal } from '../../../hooks/refuse.ts'

/** A case as its row has it. */
export type CaseRow = {
  id: number
  round: number
  class: VoidClass
  state: CaseState
  query: CaseQuery
  proposedBy: number | null
}

/**
 * Whoever looks after votes: the province and the supervisor.
 *
 * @throws 401 for strangers, 403 for all others
 */
export function guardianOf(req: PayloadRequest): Person {
  const person = personOf(req)
  if (!person) throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
  if (person.role === 'province' || person.role === 'supervisor') return person
  const words = {
    zh: '异常投票由省总工会和网信办处理',
    en: 'Odd votes are for the province and the supervisor to look at',
  }
  throw refusal(403, words, { code: 'not-yours' })
}

/**
 * The case of a request, held until the transaction ends: of two who decide at once one comes second.
 *
 * @throws 404
 */
export async function holdCase(req: PayloadRequest): Promise<CaseRow> {
  const id = String(req.routeParams?.id ?? '')
  const [row] = /^\d{1,9}$/.test(id)
    ? await query<CaseRow>(
        req,
        sql`select id, round_id as round, class, state, query, proposed_by_id as "proposedBy"
          from vote_cases where id = ${Number(id)} for update`,
      )
    : []
  if (row) return row
  throw refusal(404, { zh: '没有这个案件', en: 'No such case' }, { code: 'not-found' })
}
