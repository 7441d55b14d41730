import type { Endpoint, PayloadRequest } from 'payload'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { words } from '../../domain/words.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { candidatesOf, fillCandidates } from './candidates.ts'
import { refuseUnknown } from './check-round.ts'
import { stateOf } from './read-round.ts'
import { holdRound, readRound, roundRequest } from './round-request.ts'

/** A work that stands in a round, as staff see it. */
export type ShownCandidate = {
  number: number
  entry: string
  title: string | null
  /** Set while it is not published. */
  awaySince: string | null
}

const mostAtOnce = 5_000

/**
 * `GET /api/vote-rounds/{id}/candidates` → `{ candidates: ShownCandidate[] }`, for staff but judges;
 * `POST …/candidates` `{ "add"?: [public id], "remove"?: [public id] }`, for the province: changes the
 * shortlist of a draft → the same.
 */
export const candidateEndpoints: Endpoint[] = [
  {
    path: '/:id/candidates',
    method: 'get',
    handler: async (req) => {
      const { id } = roundRequest(req, ['province', 'supervisor', 'editor'])
      await readRound(req, id)
      return Response.json({ candidates: await shown(req, id) })
    },
  },
  {
    path: '/:id/candidates',
    method: 'post',
    handler: async (req) => {
      const { id } = roundRequest(req, ['province'])
      const body = await bodyOf(req, ['add', 'remove'])
      const [add, remove] = [ids(body.add, 'add'), ids(body.remove, 'remove')]
      await inTransaction(req, () => change(req, id, { add, remove }))
      return Response.json({ candidates: await shown(req, id) })
    },
  },
]

async function change(
  req: PayloadRequest,
  id: number,
  { add, remove }: { add: string[]; remove: string[] },
): Promise<void> {
  const round = await holdRound(req, id)
  if (stateOf(round) !== 'draft') {
    const message = words('投票开放之后，候选作品不能更改', 'Fixed once a round was opened')
    throw refusal(409, message, { code: 'round-opened' })
  }
  const { field, listed } = candidatesOf(round as never)
  if (listed === null) {
    const message = {
      zh: '本轮的候选作品是全部已发布作品；要指定作品，请先改为“指定作品”',
      en: 'All published works stand in this round: choose “listed” first',
    }
    throw refusal(409, message, { code: 'not-a-shortlist' })
  }
  await refuseUnknown(req, round, add)
  const removed = new Set(remove)
  const after = [...new Set([...listed, ...add])].filter((one) => !removed.has(one))
  await query(
    req,
    sql`update vote_rounds set listed = ${after.join('\n')}, updated_at = now() where id = ${id}`,
  )
  await fillCandidates(req, id, { field, listed: after })
}

async function shown(req: PayloadRequest, id: number): Promise<ShownCandidate[]> {
  return query<ShownCandidate>(
    req,
    sql`select c.number, c.entry, s.card ->> 'title' as title, c.away_since as "awaySince"
      from ballot_candidates c left join showcase_entries s on s.id = c.entry
      where c.round_id = ${id} order by c.number`,
  )
}

function ids(value: unknown, path: string): string[] {
  if (value === undefined) return []
  const isList = Array.isArray(value) && value.length <= mostAtOnce
  if (isList && value.every((one) => typeof one === 'string' && one.length <= 40)) return value
  const message = words(`${path} 应为作品编号的列表`, `${path} must be a list of public ids`)
  throw refusal(400, message, { code: 'wrong-type', path })
}
