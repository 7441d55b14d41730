import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { iso } from '../../database/judging/iso.ts'
import { noteJudging } from '../../database/judging/log.ts'
import { words } from '../../domain/words.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { remarkOf, wrongType } from './body.ts'
import { findRound, holdRunning, roundRequest } from './round-request.ts'

type Decision = { entry: string; goesOn: boolean | null; reason: string | null }

/**
 * Who goes on, prepared over days and applied with the lock. `GET /api/judging-rounds/{id}/decisions` →
 * `{ decisions: [{ entry, goesOn, reason, by, at }] }`, for province and supervisor; `PUT` `{ "decisions":
 * [{ "entry", "goesOn": true | false | null, "reason"? }] }`, for the province → the same. Null takes a
 * decision back; works that are not named keep theirs.
 */
export const decisionEndpoints: Endpoint[] = [
  {
    path: '/:id/decisions',
    method: 'get',
    handler: async (req) => {
      const { id } = roundRequest(req, ['province', 'supervisor'])
      await findRound(req, id)
      return Response.json({ decisions: await shown(req, id) })
    },
  },
  {
    path: '/:id/decisions',
    method: 'put',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const body = await bodyOf(req, ['decisions'])
      const decisions = decisionsOf(body.decisions)
      await inTransaction(req, () => decide(req, id, { decisions, by: person.id }))
      return Response.json({ decisions: await shown(req, id) })
    },
  },
]

async function decide(
  req: PayloadRequest,
  id: number,
  { decisions, by }: { decisions: Decision[]; by: number },
): Promise<void> {
  await holdRunning(req, id)
  const entries = sql.param(decisions.map(({ entry }) => entry))
  const stands = await query<{ entry: string }>(
    req,
    sql`select entry from judging_works
      where round_id = ${id} and entry = any(${entries}::text[]) and gone_at is null`,
  )
  const known = new Set(stands.map(({ entry }) => entry))
  const unknown = decisions.filter(({ entry }) => !known.has(entry)).map(({ entry }) => entry)
  if (unknown.length > 0) {
    const message = words(
      `不是本轮的作品：${unknown.slice(0, 10).join('、')}`,
      `Not works of this round: ${unknown.slice(0, 10).join(', ')}`,
    )
    throw refusal(422, message, { code: 'unknown-entries', entries: unknown.slice(0, 100) })
  }
  const made = decisions.filter(({ goesOn }) => goesOn !== null)
  await query(
    req,
    sql`delete from judging_decisions where round_id = ${id} and entry = any(${entries}::text[])`,
  )
  await query(
    req,
    sql`insert into judging_decisions (round_id, entry, goes_on, reason, by_id)
      select ${id}, x.entry, x.goes_on, x.reason, ${by}
      from jsonb_to_recordset(${JSON.stringify(made.map(({ entry, goesOn, reason }) => ({ entry, goes_on: goesOn, reason })))}::jsonb)
        as x (entry text, goes_on boolean, reason text)`,
  )
  await noteJudging(runIn(req), { round: id, by, action: 'decide', detail: { decisions } })
}

function shown(req: PayloadRequest, id: number) {
  return query(
    req,
    sql`select d.entry, d.goes_on as "goesOn", d.reason, u.name as by, ${sql.raw(iso('d.at'))} as at from judging_decisions d
      left join users u on u.id = d.by_id where d.round_id = ${id} order by d.entry`,
  )
}

function decisionsOf(value: unknown): Decision[] {
  const wanted = words('决定的列表', 'a list of decisions')
  if (!Array.isArray(value) || value.length > 5_000) throw wrongType('decisions', wanted)
  const seen = new Set<string>()
  return (value as unknown[]).map((raw, index) => {
    const path = `decisions.${index}`
    const row = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
    const { entry, goesOn, reason } = row
    const isSound = typeof entry === 'string' && (goesOn === null || typeof goesOn === 'boolean')
    if (!isSound || entry.length > 40) {
      throw wrongType(path, words('{ entry, goesOn }', '{ entry, goesOn }'))
    }
    if (seen.has(entry)) {
      const message = words(`作品 ${entry} 出现两次`, `${entry} stands twice`)
      throw refusal(400, message, { code: 'work-twice', path })
    }
    seen.add(entry)
    return { entry, goesOn, reason: remarkOf(reason, `${path}.reason`) }
  })
}
