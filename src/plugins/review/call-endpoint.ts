import type { Endpoint } from 'payload'
import { ruleChangesOf } from '../../database/rule-changes.ts'
import { idOf } from '../../fields/id-of.ts'
import { windowsOf } from '../../domain/phases.ts'
import { refusal } from '../../hooks/refuse.ts'
import { callOf } from './call.ts'

/**
 * `GET /api/tracks/{id}/call`: themes, windows and the rules as sentences, for a work that is only
 * being begun. → `Call`
 */
export const callEndpoint: Endpoint = {
  path: '/:id/call',
  method: 'get',
  handler: async (req) => {
    const id = String(req.routeParams?.id ?? '')
    const asked = {
      depth: 0,
      overrideAccess: false,
      user: req.user,
      disableErrors: true,
      req,
    } as const
    const track = /^\d{1,9}$/.test(id)
      ? await req.payload.findByID({ collection: 'tracks', id: Number(id), ...asked })
      : null
    const campaignId = idOf(track?.campaign)
    const campaign =
      campaignId === null
        ? null
        : await req.payload.findByID({ collection: 'campaigns', id: campaignId, ...asked })
    if (!track || !campaign) {
      throw refusal(404, { zh: '没有这个子项目', en: 'No such track' }, { code: 'not-found' })
    }
    const windows = windowsOf({
      campaignPhases: campaign.phases ?? [],
      trackWindows: track.windows,
    })
    const changes = (await ruleChangesOf(req, [track.id])).get(track.id)!
    return Response.json(callOf({ track, windows, changes, now: new Date() }))
  },
}
