import type { Endpoint } from 'payload'
import { describeRules, type TrackRule } from '../../domain/rules/index.ts'
import { entryKinds } from '../../domain/kinds.ts'
import { refusal } from '../../hooks/refuse.ts'

/** `GET /api/tracks/{id}/call`: themes and the rules as sentences, for a work that is only being begun. */
export const callEndpoint: Endpoint = {
  path: '/:id/call',
  method: 'get',
  handler: async (req) => {
    const id = String(req.routeParams?.id ?? '')
    const track = /^\d{1,9}$/.test(id)
      ? await req.payload.findByID({ collection: 'tracks', id: Number(id), depth: 0, overrideAccess: false, user: req.user, disableErrors: true, req })
      : null
    if (!track) throw refusal(404, { zh: '没有这个子项目', en: 'No such track' }, { code: 'not-found' })
    return Response.json({
      title: track.title,
      themes: track.themes ?? [],
      subtypes: entryKinds[track.kind].subtypes,
      rules: describeRules({ kind: track.kind, rules: (track.rules ?? []) as unknown as TrackRule[] }),
    })
  },
}
