import type { Endpoint, PayloadRequest } from 'payload'
import { ruleChangesOf } from '../../database/rule-changes.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { quotaWords } from '../../domain/quota.ts'
import {
  actions,
  actionsFor,
  actionWords,
  decide,
  rowOf,
  statusWords,
  type Status,
} from '../../domain/workflow.ts'
import { callOf } from './call.ts'
import { maySeeContacts } from './contacts-access.ts'
import { entryRequest } from '../../hooks/entry-request.ts'
import { findingsOf } from '../../hooks/steps/facts.ts'
import { participationFindingsOf } from '../../hooks/steps/participation-findings.ts'
import { quotasOf } from '../../hooks/steps/quota-count.ts'
import { situationOf, windowWords, type Situation } from '../../hooks/steps/situation.ts'

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
    const { track, campaign, windows, now } = situation
    const changes = (await ruleChangesOf(req, [track.id])).get(track.id)!
    // Whoever only reads a published work sees the call, not what the reviewers see behind the work.
    const hasPart = situation.standings.size > 0
    const [findings, ofParticipant, quotas, trail] = hasPart
      ? await Promise.all([
          findingsOf(req, { kind, entry, track, now }),
          participationFindingsOf(req, { kind, entry, campaign }),
          quotasOf(req, { kind, entry, lock: false }),
          trailOf(req, kind, entry.id),
        ])
      : [[], [], [], []]
    const question = { ...situation, status: entry.status, actorId: person.id }
    return Response.json({
      ...callOf({ track, windows, changes, now }),
      status: { value: entry.status, label: statusWords[entry.status as Status] },
      actions: actionsFor(question).map(({ action, row, needsReason }) => ({
        action,
        label: actionWords[action],
        to: row.to,
        toLabel: statusWords[row.to],
        duty: row.duty.some((standing) => situation.standings.has(standing)),
        needsReason,
        checksRules: row.checksRules,
      })),
      refused: refusedDuties(question),
      findings: [...findings, ...ofParticipant],
      quotas: quotas.map(({ unit, quota, count }) => ({
        unit,
        ...quota,
        count,
        text: quotaWords({ quota, count }),
      })),
      contacts: maySeeContacts(person, entry),
      trail,
    })
  },
}

/** The steps that are this person's daily work but not possible now, each with the reason why. */
function refusedDuties(question: Parameters<typeof actionsFor>[0] & Pick<Situation, 'windows'>) {
  return actions.flatMap((action) => {
    const row = rowOf(action, question.status)
    if (!row?.duty.some((standing) => question.standings.has(standing))) return []
    const openPhasesText = windowWords(question.windows, row.opens)
    const decision = decide({ ...question, action, reason: '…', openPhasesText })
    if (decision.ok) return []
    return [{ action, label: actionWords[action], message: decision.refusal.message }]
  })
}

async function trailOf(req: PayloadRequest, kind: EntryKind, entryId: number) {
  const { docs } = await req.payload.find({
    collection: 'review-logs',
    where: { and: [{ kind: { equals: kind } }, { entryId: { equals: entryId } }] },
    sort: '-id',
    depth: 1,
    limit: 100,
    select: {
      action: true,
      from: true,
      to: true,
      reason: true,
      changes: true,
      findings: true,
      actorName: true,
      actorRole: true,
      actorUnit: true,
      createdAt: true,
    },
    populate: { units: { name: true } },
    overrideAccess: false,
    user: req.user,
    req,
  })
  return docs
}
