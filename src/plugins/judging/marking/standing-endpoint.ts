import type { Endpoint } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { readOwnWorks } from '../../../database/judging/own-works.ts'
import { unitsOf } from '../../../domain/judging/marks.ts'
import { scaleOf } from '../../../domain/judging/rounds.ts'
import { judgeRequest } from './judge-request.ts'
import { begun } from './read-endpoints.ts'

const step = 10

/**
 * `GET /api/judging/rounds/{id}/standing` → how a judge gave until now: `{ handedIn, criteria: [{ key, marks:
 * [{ marks, count }] }], totals: [{ from, to, count }], passes: { yes, no } }`; totals of 100 in tens.
 */
export const standingEndpoint: Endpoint = {
  path: '/judging/rounds/:id/standing',
  method: 'get',
  handler: async (req) => {
    const { id, judge } = judgeRequest(req)
    const { track, rules } = await begun(req, { id, judge })
    const all = await readOwnWorks(runIn(req), { round: id, kind: track.kind, judge })
    const works = all.filter(({ handedInAt, isGone }) => handedInAt !== null && !isGone)
    const scale = scaleOf(rules.criteria)
    const totals = works.flatMap(({ marks }) => {
      const units = marks && unitsOf(scale, new Map(Object.entries(marks)))
      return units === null ? [] : [Math.min(99, Math.floor((units * 100) / scale.full))]
    })
    return Response.json({
      handedIn: works.length,
      criteria: rules.criteria.map(({ key }) => ({
        key,
        marks: counted(works.flatMap(({ marks }) => marks?.[key] ?? [])),
      })),
      totals: Array.from({ length: 100 / step }, (_, index) => {
        const [from, to] = [index * step, (index + 1) * step]
        return { from, to, count: totals.filter((total) => total >= from && total < to).length }
      }),
      passes: {
        yes: works.filter(({ passes }) => passes === true).length,
        no: works.filter(({ passes }) => passes === false).length,
      },
    })
  },
}

function counted(hundredths: readonly number[]): { marks: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const one of hundredths) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b).map(([one, count]) => ({ marks: one / 100, count }))
}
