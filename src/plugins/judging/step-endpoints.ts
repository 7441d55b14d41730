import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { reassign } from '../../database/judging/assigning.ts'
import { noteJudging, readJudgingLog } from '../../database/judging/log.ts'
import { readWorks } from '../../database/judging/works.ts'
import { momentWords } from '../../domain/beijing-time.ts'
import { words } from '../../domain/words.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { flagOf, reasonOf, wrongType } from './body.ts'
import { refuseUnsound } from './check-round.ts'
import { openRound } from './open-round.ts'
import { told } from './refill.ts'
import { refuseUncovered } from './refuse-uncovered.ts'
import { findRound, holdRunning, roundRequest } from './round-request.ts'

/**
 * For the province, on `/api/judging-rounds/{id}`:
 * `POST /open` → `{ works, judges, pairs }`, counts; 409 `uncovered` with the works that lack judges.
 * `POST /assign` `{ "even"?: boolean }` → `{ added, dropped, seed, uncovered: [], loads: [{ judge, works }] }`:
 * fills what is missing; `even` moves works without marks, so that loads are even again, say after
 * a judge has joined. 409 `uncovered` when a work cannot be covered: then nothing is changed.
 * `POST /extend` `{ "to": ISO instant, "reason" }` → `{ to }`.
 * `GET /log` → `{ log: [{ at, actor, action, reason, detail }] }`, for the supervisor too.
 */
export const stepEndpoints: Endpoint[] = [
  {
    path: '/:id/open',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      await bodyOf(req, [])
      return Response.json(await inTransaction(req, () => openRound(req, id, person.id)))
    },
  },
  {
    path: '/:id/assign',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const { even } = await bodyOf(req, ['even'])
      const mayMove = flagOf(even, 'even')
      return Response.json(
        await inTransaction(req, () => assignAnew(req, id, { mayMove, by: person.id })),
      )
    },
  },
  {
    path: '/:id/extend',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const body = await bodyOf(req, ['to', 'reason'])
      const reason = reasonOf(body.reason)
      await inTransaction(req, () => extend(req, id, { to: body.to, reason, by: person.id }))
      return Response.json({ to: (await findRound(req, id)).rules!.window.to })
    },
  },
  {
    path: '/:id/log',
    method: 'get',
    handler: async (req) => {
      const { id } = roundRequest(req, ['province', 'supervisor'])
      await findRound(req, id)
      return Response.json({ log: await readJudgingLog(runIn(req), id) })
    },
  },
]

async function assignAnew(
  req: PayloadRequest,
  id: number,
  { mayMove, by }: { mayMove: boolean; by: number },
) {
  const run = runIn(req)
  const round = await holdRunning(req, id)
  const { quorum } = round.rules
  const found = await reassign(run, { ...round, quorum }, { mayMove })
  if (!found.ok) {
    throw refuseUncovered(found.uncovered, await readWorks(run, id, round.track.kind))
  }
  const filled = told(found)
  await noteJudging(run, { round: id, by, action: 'assign', detail: { mayMove, ...filled } })
  const loads = [...found.loads].map(([judge, works]) => ({ judge: Number(judge), works }))
  return { ...filled, loads }
}

async function extend(
  req: PayloadRequest,
  id: number,
  { to: given, reason, by }: { to: unknown; reason: string; by: number },
): Promise<void> {
  const round = await holdRunning(req, id)
  const { window, scoresShown } = round.rules
  const to = typeof given === 'string' && /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(given) ? given : ''
  const end = new Date(to)
  if (Number.isNaN(end.getTime())) {
    throw wrongType('to', words('带时区的时间', 'an instant with its zone'))
  }
  if (end <= window.to || end <= round.now) {
    const at = momentWords(window.to)
    const message = words(`只能延长到 ${at.zh} 之后`, `The end can only move to after ${at.en}`)
    throw refusal(409, message, { code: 'not-an-extension', path: 'to' })
  }
  if (round.now >= window.to && scoresShown === 'after-close') {
    const message = words(
      '评审结束后评委已可看到他人的评分，不能再延长',
      'Judges have seen the marks of others since it ended: it cannot go on',
    )
    throw refusal(409, message, { code: 'marks-shown' })
  }
  await query(
    req,
    sql`update judging_rounds set window_to = ${end.toISOString()}, updated_at = now() where id = ${id}`,
  )
  await refuseUnsound(req, (await findRound(req, id))!)
  const detail = { from: window.to, to: end }
  await noteJudging(runIn(req), { round: id, by, action: 'extend', reason, detail })
}
