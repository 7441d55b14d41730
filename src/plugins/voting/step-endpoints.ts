import type { Endpoint } from 'payload'
import { inTransaction } from '../../database/sql.ts'
import { roundActions } from '../../domain/voting/rounds.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { readRound, roundRequest } from './round-request.ts'
import { takeRoundStep } from './take-round-step.ts'

/**
 * `POST /api/vote-rounds/{id}/{open|pause|resume|close}` `{ "reason"?, "expectedState"? }`, for the
 * province → `{ doc }`. Pausing and closing need a reason; closing is for good.
 */
export const stepEndpoints: Endpoint[] = roundActions.map((action) => ({
  path: `/:id/${action}`,
  method: 'post',
  handler: async (req) => {
    const { id, person } = roundRequest(req, ['province'])
    const { reason, expectedState } = await bodyOf(req, ['reason', 'expectedState'])
    await inTransaction(req, () =>
      takeRoundStep(req, { id, action, by: person.id, reason, expectedState }),
    )
    return Response.json({ doc: await readRound(req, id) })
  },
}))
