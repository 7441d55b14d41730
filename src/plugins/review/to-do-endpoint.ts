import type { Endpoint, Where } from 'payload'
import { personOf } from '../../access/person.ts'
import { hostedTracks, withinUnit } from '../../access/scope.ts'
import { entryKindList, entryKinds } from '../../domain/kinds.ts'
import { waitsFor } from '../../domain/to-do.ts'
import { statusWords, type Standing, type Status } from '../../domain/workflow.ts'
import { refusal } from '../../hooks/refuse.ts'

/**
 * `GET /api/to-do`: what waits for this person, by kind and state, with the query that lists it.
 * → `{ items: [{ kind, label, status, statusLabel, standing, count, where }] }`, only counts above 0
 */
export const toDoEndpoint: Endpoint = {
  path: '/to-do',
  method: 'get',
  handler: async (req) => {
    const person = personOf(req)
    if (!person) throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
    const standings: { standing: Standing; scope: Where }[] = []
    if (person.role === 'province' || person.role === 'supervisor') standings.push({ standing: person.role, scope: {} })
    if (person.role === 'editor' && person.unitPath) {
      standings.push({ standing: 'unitEditor', scope: withinUnit(person.unitPath) })
      const tracks = await hostedTracks(req)
      if (tracks.length > 0) standings.push({ standing: 'host', scope: { track: { in: tracks } } })
    }
    const asked = standings.flatMap(({ standing, scope }) =>
      waitsFor(standing).flatMap((status) => entryKindList.map((kind) => ({ kind, status, standing, where: both(scope, status) }))),
    )
    const items = await Promise.all(
      asked.map(async ({ kind, status, standing, where }) => {
        const { totalDocs: count } = await req.payload.count({ collection: kind, where, overrideAccess: false, user: req.user, req })
        return { kind, label: entryKinds[kind].plural, status, statusLabel: statusWords[status], standing, count, where }
      }),
    )
    return Response.json({ items: items.filter(({ count }) => count > 0) })
  },
}

function both(scope: Where, status: Status): Where {
  const state: Where = { status: { equals: status } }
  return Object.keys(scope).length > 0 ? { and: [scope, state] } : state
}
