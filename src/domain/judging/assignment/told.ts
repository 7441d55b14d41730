import type { WorkTies } from '../recusal.ts'
import { fixed, nothing, type Grid } from './grid.ts'
import type { Assigned, DroppedPair, Pair, PanelJudge } from './types.ts'

type Result = {
  grid: Grid
  /** `has` as it was before anything was assigned. */
  before: Uint8Array
  works: readonly WorkTies[]
  judges: readonly PanelJudge[]
  dropped: readonly DroppedPair[]
}

/** The grid as pairs of ids: what is, what came, what went; by work, then judge. */
export function told({ grid, before, works, judges, dropped }: Result): Assigned {
  const pairs: Pair[] = []
  const added: Pair[] = []
  const gone: DroppedPair[] = [...dropped]
  const inOrder = orderOf(judges)
  for (const work of orderOf(works)) {
    for (const judge of inOrder) {
      const cell = work * grid.judges + judge
      if (grid.has[cell] === nothing && before[cell] === nothing) continue
      const pair = { work: works[work]!.id, judge: judges[judge]!.id }
      if (grid.has[cell] === nothing) {
        gone.push({ ...pair, isMarked: before[cell] === fixed, why: 'moved' })
        continue
      }
      pairs.push(pair)
      if (before[cell] === nothing) added.push(pair)
    }
  }
  const loads = inOrder.flatMap((judge): [string, number][] => {
    const { id, isActive } = judges[judge]!
    return isActive ? [[id, grid.loads[judge]!]] : []
  })
  gone.sort((a, b) => compare(a.work, b.work) || compare(a.judge, b.judge))
  return { ok: true, pairs, added, dropped: gone, loads: new Map(loads) }
}

function orderOf(items: readonly { id: string }[]): number[] {
  const numbers = items.map((_, number) => number)
  return numbers.sort((a, b) => compare(items[a]!.id, items[b]!.id))
}

// By code units: a locale would make another order on another machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
