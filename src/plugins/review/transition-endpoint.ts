import type { Endpoint } from 'payload'
import { bodyOf, entryRequest } from '../../hooks/entry-request.ts'
import { takeStep } from '../../hooks/steps/take-step.ts'

/** `POST /api/{entries}/{id}/transition`: one step of the workflow; see contract in docs/api.md. */
export const transitionEndpoint: Endpoint = {
  path: '/:id/transition',
  method: 'post',
  handler: async (req) => {
    const { kind, entry, person } = await entryRequest(req)
    const { action, reason, expectedStatus } = await bodyOf(req, [
      'action',
      'reason',
      'expectedStatus',
    ])
    const logId = await takeStep(req, person, {
      kind,
      id: entry.id,
      action,
      reason,
      expectedStatus,
    })
    const [doc, log] = await Promise.all([
      // A step can carry a work out of sight, as a return does for its host: then only the log tells.
      req.payload.findByID({
        collection: kind as 'videos',
        id: entry.id,
        depth: 1,
        overrideAccess: false,
        user: req.user,
        disableErrors: true,
        req,
      }),
      req.payload.findByID({ collection: 'review-logs', id: logId, depth: 0, req }),
    ])
    return Response.json({
      doc: doc ?? { id: entry.id, publicId: log.publicId, status: log.to },
      log,
    })
  },
}
