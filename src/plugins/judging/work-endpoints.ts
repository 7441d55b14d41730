import type { Endpoint, PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { inTransaction } from '../../database/sql.ts'
import { noteJudging } from '../../database/judging/log.ts'
import {
  holdCandidates,
  putIn,
  readCandidates,
  readWorks,
  takeOut,
} from '../../database/judging/works.ts'
import { words } from '../../domain/words.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { entriesOf, reasonOf, remarkOf } from './body.ts'
import { refill, type Filled } from './refill.ts'
import { refuseUncovered } from './refuse-uncovered.ts'
import { findRound, lockedRound, opened, roundRequest } from './round-request.ts'

/**
 * `GET /api/judging-rounds/{id}/works` → `{ works: StandingWork[], late: [{ entry, title }] }`, for
 * province and supervisor; `late`: works of the track that could be put in. In a draft these are the
 * works that opening would take in besides.
 * `POST …/works` `{ "add"?: [public id], "remove"?: [public id], "reason"? }`, for the province → the
 * same and `filled`. Works taken out keep their marks, which count no more.
 */
export const workEndpoints: Endpoint[] = [
  {
    path: '/:id/works',
    method: 'get',
    handler: async (req) => {
      const { id } = roundRequest(req, ['province', 'supervisor'])
      return Response.json(await shown(req, id))
    },
  },
  {
    path: '/:id/works',
    method: 'post',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province'])
      const body = await bodyOf(req, ['add', 'remove', 'reason'])
      const change = { add: entriesOf(body.add, 'add'), remove: entriesOf(body.remove, 'remove') }
      const filled = await inTransaction(req, () =>
        changeWorks(req, id, { ...change, reason: body.reason, by: person.id }),
      )
      return Response.json({ ...(await shown(req, id)), filled })
    },
  },
]

async function shown(req: PayloadRequest, id: number) {
  const run = runIn(req)
  const { track } = await findRound(req, id)
  const works = await readWorks(run, id, track.kind)
  const known = new Set(works.map(({ entry }) => entry))
  const candidates = await readCandidates(run, { track: track.id, kind: track.kind })
  const late = candidates.filter(({ entry }) => !known.has(entry))
  return { works, late: late.map(({ entry, title }) => ({ entry, title })) }
}

type Change = { add: string[]; remove: string[]; reason: unknown; by: number }

async function changeWorks(
  req: PayloadRequest,
  id: number,
  { add, remove, reason: given, by }: Change,
): Promise<Filled | null> {
  const run = runIn(req)
  const before = await findRound(req, id)
  await holdCandidates(run, { track: before.track.id, kind: before.track.kind })
  const round = await findRound(req, id, 'change')
  if (round.state === 'locked') throw lockedRound()
  const isDraft = round.state === 'draft'
  const reason = isDraft ? remarkOf(given) : reasonOf(given)
  const { id: track, kind } = round.track
  const candidates = await readCandidates(run, { track, kind })
  const known = new Map(candidates.map((one) => [one.entry, one]))
  const asked = isDraft ? [...add, ...remove] : add
  const unknown = asked.filter((entry) => !known.has(entry))
  if (unknown.length > 0) {
    const names = unknown.slice(0, 10).join('、')
    const message = words(
      `不是本子项目中通过复审的作品：${names}`,
      `Not works of the track that passed the second review: ${names}`,
    )
    throw refusal(422, message, { code: 'unknown-entries', entries: unknown.slice(0, 100) })
  }
  const place = { round: id, kind, seed: round.seed ?? `draft ${id}` }
  // A draft remembers what is not to be taken in as a work that has gone.
  const put = isDraft ? [...add, ...remove] : add
  const chosen = put.map((entry) => known.get(entry)!)
  if (chosen.length > 0) await putIn(run, place, chosen)
  if (remove.length > 0) await takeOut(run, id, remove, 'by-hand')
  if (isDraft) return null
  const filled = await refill(req, opened(round))
  const short = filled.uncovered.filter(({ work }) => add.includes(work))
  if (short.length > 0) throw refuseUncovered(short, chosen)
  await noteJudging(run, {
    round: id,
    by,
    action: 'works',
    reason,
    detail: { add, remove, filled },
  })
  return filled
}
