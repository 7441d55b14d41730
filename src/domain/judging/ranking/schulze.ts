import { exact, type Exact } from '../exact.ts'
import type { MarkedWork } from './types.ts'

/** The most works that are ranked by pairs: the time grows with the third power of their number. */
export const mostByPairs = 500

/**
 * Schulze's method (Social Choice and Welfare 36, 2011; winning votes): a work beats another when the
 * strongest path of majorities to it is stronger than the way back. Only a judge who marked both has a
 * say on a pair. Points of 100: the share of works by which it is not beaten, itself included; whoever
 * beats a work has more points than it.
 *
 * @throws RangeError for more works than `mostByPairs`
 */
export function schulzePoints(works: readonly MarkedWork[]): (work: MarkedWork) => Exact {
  const size = works.length
  if (size > mostByPairs) {
    throw new RangeError(`At most ${mostByPairs} works can be ranked by pairs, not ${size}`)
  }
  const path = strongestPaths(majorities(works), size)
  const beaten = new Map(
    works.map(({ id }, own) => {
      let losses = 0
      for (let other = 0; other < size; other += 1) {
        if (path[other * size + own]! > path[own * size + other]!) losses += 1
      }
      return [id, losses]
    }),
  )
  return ({ id }) => exact((size - (beaten.get(id) ?? size)) * 100, Math.max(size, 1))
}

/** How many judges put the one before the other, where more do than the other way round; else 0. */
function majorities(works: readonly MarkedWork[]): Float64Array {
  const size = works.length
  const byJudge = new Map<string, { work: number; units: number }[]>()
  for (const [work, { totals }] of works.entries()) {
    for (const { judge, units } of totals) {
      const list = byJudge.get(judge)
      if (list) list.push({ work, units })
      else byJudge.set(judge, [{ work, units }])
    }
  }
  const wins = new Float64Array(size * size)
  for (const list of byJudge.values()) {
    for (const one of list) {
      for (const other of list)
        if (one.units > other.units) wins[one.work * size + other.work]! += 1
    }
  }
  return wins.map((won, cell) => {
    const back = wins[(cell % size) * size + Math.floor(cell / size)]!
    return won > back ? won : 0
  })
}

function strongestPaths(strength: Float64Array, size: number): Float64Array {
  const path = strength.slice()
  for (let by = 0; by < size; by += 1) {
    for (let from = 0; from < size; from += 1) {
      const first = path[from * size + by]!
      if (first === 0) continue
      for (let to = 0; to < size; to += 1) {
        const whole = Math.min(first, path[by * size + to]!)
        if (from !== to && whole > path[from * size + to]!) path[from * size + to] = whole
      }
    }
  }
  return path
}
