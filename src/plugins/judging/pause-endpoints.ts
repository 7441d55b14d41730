import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { inTransaction } from '../../database/sql.ts'
import { noteJudging } from '../../database/judging/log.ts'
import { beginPause, endPause } from '../../database/judging/pauses.ts'
import { words } from '../../domain/words.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { reasonOf, remarkOf } from './body.ts'
import { holdRunning, roundRequest } from './round-request.ts'

type Step = (req: PayloadRequest, id: number) => Promise<void>

/**
 * For the province, on `/api/judging-rounds/{id}`: `POST /pause` `{ "reason" }`, `POST /resume`
 * `{ "reason"? }` → `{}`. While a round is paused no marks are taken (409 `judging-paused`, with the reason,
 * which judges read) and it is not locked. Its window goes on: an end that should be later is extended.
 *
 * @throws 409 `wrong-state` of a draft, or when it is paused already or not paused; `judging-closed` when its
 *   window is over: there is nothing to pause
 */
export const pauseEndpoints: Endpoint[] = [
  {
    path: '/:id/pause',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const reason = reasonOf((await bodyOf(req, ['reason'])).reason)
      const step: Step = () => pause(req, id, reason)
      return taken(req, { id, by: person.id, action: 'pause', reason, step })
    },
  },
  {
    path: '/:id/resume',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const reason = remarkOf((await bodyOf(req, ['reason'])).reason)
      return taken(req, { id, by: person.id, action: 'resume', reason, step: resume })
    },
  },
]

async function taken(
  req: PayloadRequest,
  {
    step,
    id,
    ...note
  }: { id: number; by: number; action: string; reason: string | null; step: Step },
): Promise<Response> {
  await inTransaction(req, async () => {
    await step(req, id)
    await noteJudging(runIn(req), { round: id, ...note })
  })
  return Response.json({})
}

async function pause(req: PayloadRequest, id: number, reason: string): Promise<void> {
  const { rules, now } = await holdRunning(req, id)
  if (now >= rules.window.to) {
    const message = words('评审已经结束，无需暂停', 'Judging is over: there is nothing to pause')
    throw refusal(409, message, { code: 'judging-closed' })
  }
  if (await beginPause(runIn(req), id, reason)) return
  throw refusal(409, words('本轮已在暂停中', 'The round is paused already'), {
    ...{ code: 'wrong-state', state: 'paused' },
  })
}

async function resume(req: PayloadRequest, id: number): Promise<void> {
  await holdRunning(req, id)
  if (await endPause(runIn(req), id)) return
  throw refusal(409, words('本轮没有暂停', 'The round is not paused'), {
    ...{ code: 'wrong-state', state: 'open' },
  })
}
