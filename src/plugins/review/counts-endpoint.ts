import type { Endpoint, PayloadRequest, Where } from 'payload'
import { personOf } from '../../access/person.ts'
import { anyOfWaiting, waitingFor } from '../../access/waiting.ts'
import { isEntryKind, type EntryKind } from '../../domain/kinds.ts'
import { statuses } from '../../domain/workflow.ts'
import { refusal } from '../../hooks/refuse.ts'

/**
 * `GET /api/{entries}/counts`: how many entries this person sees in each state, and how many of them
 * wait for this person, with the query that lists those. → `{ all, statuses: { draft: 3, … },
 * waiting: { count, where } | null }`
 */
export const countsEndpoint: Endpoint = {
  path: '/counts',
  method: 'get',
  handler: async (req) => {
    const kind = req.routeParams?.collection
    if (!personOf(req) || !isEntryKind(kind)) {
      throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
    }
    const list = await waitingFor(req)
    const where = anyOfWaiting(list)
    const [byStatus, count] = await Promise.all([
      Promise.all(statuses.map((status) => countOf(req, kind, { status: { equals: status } }))),
      list.length > 0 ? countOf(req, kind, where) : 0,
    ])
    return Response.json({
      all: byStatus.reduce((sum, one) => sum + one, 0),
      statuses: Object.fromEntries(statuses.map((status, index) => [status, byStatus[index]])),
      waiting: list.length > 0 ? { count, where } : null,
    })
  },
}

async function countOf(req: PayloadRequest, collection: EntryKind, where: Where): Promise<number> {
  const { user } = req
  const { totalDocs } = await req.payload.count({
    collection,
    where,
    overrideAccess: false,
    user,
    req,
  })
  return totalDocs
}
