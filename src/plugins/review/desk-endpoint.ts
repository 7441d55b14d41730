import type { Endpoint } from 'payload'
import { quotaWords } from '../../domain/quota.ts'
import { describeRules, type TrackRule } from '../../domain/rules/index.ts'
import { intervalWords, phaseKeys } from '../../domain/phases.ts'
import { actionsFor, actionWords, statusWords, type Status } from '../../domain/workflow.ts'
import { entryRequest } from './entry-request.ts'
import { findingsOf } from './facts.ts'
import { quotasOf } from './quota-count.ts'
import { situationOf } from './situation.ts'

/**
 * `GET /api/{entries}/{id}/desk`: what the edit view shows beside an entry: the steps that this
 * person may take now, what the rules find, the call's text, places left, windows and the trail.
 */
export const deskEndpoint: Endpoint = {
  path: '/:id/desk',
  method: 'get',
  handler: async (req) => {
    const { kind, entry, person } = await entryRequest(req)
    const situation = await situationOf(req, kind, entry, person)
    const { track, windows, openPhases, now } = situation
    const [findings, quotas, trail] = await Promise.all([
      findingsOf(req, { kind, entry, track, now }),
      quotasOf(req, { kind, entry, lock: false }),
      req.payload.find({
        collection: 'review-logs',
        where: { and: [{ kind: { equals: kind } }, { entryId: { equals: entry.id } }] },
        sort: 'id',
        depth: 0,
        limit: 100,
        overrideAccess: false,
        user: req.user,
        req,
      }),
    ])
    const actions = actionsFor({ ...situation, status: entry.status, actorId: person.id })
    return Response.json({
      status: { value: entry.status, label: statusWords[entry.status as Status] },
      actions: actions.map(({ action, row, needsReason }) => ({ action, label: actionWords[action], to: row.to, needsReason, checksRules: row.checksRules })),
      findings,
      rules: describeRules({ kind, rules: (track.rules ?? []) as unknown as TrackRule[] }),
      themes: track.themes ?? [],
      quotas: quotas.map(({ unit, quota, count }) => ({ unit, ...quota, count, text: quotaWords({ quota, count }) })),
      windows: phaseKeys.map((phase) => ({ phase, open: openPhases.has(phase), text: windows[phase] ? intervalWords(windows[phase]) : null })),
      trail: trail.docs,
    })
  },
}
