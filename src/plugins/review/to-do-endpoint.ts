import type { Endpoint } from 'payload'
import { personOf } from '../../access/person.ts'
import { anyOfWaiting, waitingFor } from '../../access/waiting.ts'
import { entryKindList, entryKinds } from '../../domain/kinds.ts'
import { statusWords } from '../../domain/workflow.ts'
import { refusal } from '../../hooks/refuse.ts'

/**
 * `GET /api/to-do`: what waits for this person, by kind and state, with the query that lists it.
 * → `{ where, items: [{ kind, label, status, statusLabel, standing, count, where }] }`, only counts
 * above 0; the first `where` finds all of it in any kind
 */
export const toDoEndpoint: Endpoint = {
  path: '/to-do',
  method: 'get',
  handler: async (req) => {
    if (!personOf(req)) {
      throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
    }
    const list = await waitingFor(req)
    const asked = list.flatMap((one) =>
      entryKindList.map((kind) => ({ kind, ...one, where: anyOfWaiting([one]) })),
    )
    const items = await Promise.all(
      asked.map(async ({ kind, status, standing, where }) => {
        const { totalDocs: count } = await req.payload.count({
          collection: kind,
          where,
          overrideAccess: false,
          user: req.user,
          req,
        })
        const label = entryKinds[kind].plural
        return { kind, label, status, statusLabel: statusWords[status], standing, count, where }
      }),
    )
    return Response.json({
      where: anyOfWaiting(list),
      items: items.filter(({ count }) => count > 0),
    })
  },
}
