import type { Endpoint } from 'payload'
import { findRound, roundRequest } from '../round-request.ts'
import { overviewOf } from './overview.ts'

/**
 * `GET /api/judging-rounds/{id}/overview`: how a round stands, for staff but judges, each with what they
 * may see (`RoundOverview`).
 */
export const overviewEndpoint: Endpoint = {
  path: '/:id/overview',
  method: 'get',
  handler: async (req) => {
    const { id, person } = roundRequest(req, ['province', 'supervisor', 'editor'])
    const overview = await overviewOf(req, await findRound(req, id), person)
    return Response.json(overview, { headers: { 'Cache-Control': 'no-store' } })
  },
}
