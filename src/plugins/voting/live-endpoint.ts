import type { Endpoint } from 'payload'
import { liveOf } from './live.ts'
import { readRound, roundRequest } from './round-request.ts'

/**
 * `GET /api/vote-rounds/{id}/live`: how a round stands, for staff but judges, each with what they may
 * see (`LiveRound`).
 */
export const liveEndpoint: Endpoint = {
  path: '/:id/live',
  method: 'get',
  handler: async (req) => {
    const { id, person } = roundRequest(req, ['province', 'supervisor', 'editor'])
    const live = await liveOf(req, await readRound(req, id), person)
    return Response.json(live, { headers: { 'Cache-Control': 'no-store' } })
  },
}
