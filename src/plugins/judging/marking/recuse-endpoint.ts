import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction, query, sql } from '../../../database/sql.ts'
import { noteJudging } from '../../../database/judging/log.ts'
import { words } from '../../../domain/words.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { remarkOf, wrongType } from '../body.ts'
import { refill } from '../refill.ts'
import { holdRunning } from '../round-request.ts'
import { judgeRequest, numberOf, standingFor } from './judge-request.ts'
import { progressOf } from './mark-endpoints.ts'

const kinds = ['knows-author', 'declared'] as const
type Kind = (typeof kinds)[number]

/**
 * `POST /api/judging/rounds/{id}/works/{work}/recuse` `{ "kind": "knows-author" | "declared", "note"? }` →
 * `{ progress }`: the work goes to another judge in the same transaction, in every round that runs. What
 * the judge had given to it counts no more.
 */
export const recuseEndpoint: Endpoint = {
  path: '/judging/rounds/:id/works/:work/recuse',
  method: 'post',
  handler: async (req) => {
    const { id, judge } = judgeRequest(req)
    const body = await bodyOf(req, ['kind', 'note'])
    const kind = kinds.find((one) => one === body.kind)
    if (!kind) {
      throw wrongType('kind', words(`${kinds.join('、')} 之一`, `one of ${kinds.join(', ')}`))
    }
    const note = remarkOf(body.note, 'note')
    const work = req.routeParams?.work
    await inTransaction(req, () => recuse(req, { id, judge, work, kind, note }))
    return Response.json({ progress: await progressOf(req, id, judge) })
  },
}

type Asked = { id: number; judge: number; work: unknown; kind: Kind; note: string | null }

async function recuse(req: PayloadRequest, { id, judge, work, kind, note }: Asked): Promise<void> {
  // Every round that runs and in which the judge has the work, held in one order.
  const rounds = await query<{ id: number }>(
    req,
    sql`select r.id::int as id from judging_pairs p join judging_rounds r on r.id = p.round_id
      where p.judge_id = ${judge} and p.dropped_at is null and r.state = 'open' and p.entry =
        (select entry from judging_works where round_id = ${id} and number = ${numberOf(work)})
      order by r.id for update of r`,
  )
  // Handing in does not bind: whoever finds out later that they know the author says so then.
  const options = { hold: 'change', evenHandedIn: true } as const
  const { entry } = await standingFor(req, { id, judge, work }, options)
  await query(
    req,
    sql`insert into judging_conflicts (judge_id, entry, kind, note)
      values (${judge}, ${entry}, ${kind}, ${note}) on conflict (judge_id, entry) do nothing`,
  )
  for (const round of rounds) {
    const filled = await refill(req, await holdRunning(req, round.id))
    const detail = { entry, judge, kind, ...filled }
    await noteJudging(runIn(req), {
      ...{ round: round.id, by: judge, action: 'recuse', reason: note, detail },
    })
  }
}
