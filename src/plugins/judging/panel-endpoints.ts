import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { inTransaction } from '../../database/sql.ts'
import { noteJudging } from '../../database/judging/log.ts'
import { joinPanel, judgesAmong, leavePanel, readMembers } from '../../database/judging/panel.ts'
import { words } from '../../domain/words.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { idsOf, reasonOf, remarkOf } from './body.ts'
import { refill, type Filled } from './refill.ts'
import { findRound, lockedRound, opened, roundRequest } from './round-request.ts'

/**
 * `GET /api/judging-rounds/{id}/panel` → `{ panel: PanelMember[] }`, for province and supervisor;
 * `POST …/panel` `{ "add"?: [user], "remove"?: [user], "reason"? }`, for the province → the same, and
 * `filled`: what became of the works (null in a draft). Who leaves a round that runs needs a reason:
 * marks that were handed in stay, all other works go to others at once, as far as there are any.
 */
export const panelEndpoints: Endpoint[] = [
  {
    path: '/:id/panel',
    method: 'get',
    handler: async (req) => {
      const { id } = roundRequest(req, ['province', 'supervisor'])
      await findRound(req, id)
      return Response.json({ panel: await readMembers(runIn(req), id) })
    },
  },
  {
    path: '/:id/panel',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const body = await bodyOf(req, ['add', 'remove', 'reason'])
      const change = { add: idsOf(body.add, 'add'), remove: idsOf(body.remove, 'remove') }
      const filled = await inTransaction(req, () =>
        changePanel(req, id, { ...change, reason: body.reason, by: person.id }),
      )
      return Response.json({ panel: await readMembers(runIn(req), id), filled })
    },
  },
]

type Change = { add: number[]; remove: number[]; reason: unknown; by: number }

async function changePanel(
  req: PayloadRequest,
  id: number,
  { add, remove, reason: given, by }: Change,
): Promise<Filled | null> {
  const run = runIn(req)
  const round = await findRound(req, id, 'change')
  if (round.state === 'locked') throw lockedRound()
  const isDraft = round.state === 'draft'
  const reason = remove.length > 0 && !isDraft ? reasonOf(given) : remarkOf(given)
  const judges = await judgesAmong(run, add)
  const others = add.filter((one) => !judges.has(one))
  if (others.length > 0) {
    const message = words(
      `不是启用中的评委账号：${others.slice(0, 10).join('、')}`,
      `Not accounts of judges that are switched on: ${others.slice(0, 10).join(', ')}`,
    )
    throw refusal(422, message, { code: 'not-a-judge', judges: others.slice(0, 100) })
  }
  await leavePanel(run, { round: id, judges: remove, reason, isDraft })
  await joinPanel(run, { round: id, judges: add, by })
  if (isDraft) return null
  const filled = await refill(req, opened(round))
  const detail = { add, remove, ...filled }
  await noteJudging(run, { round: id, by, action: 'panel', reason, detail })
  return filled
}
