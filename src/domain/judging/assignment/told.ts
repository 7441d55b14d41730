import type { WorkTies } from '../recusal.ts'
import { fixed, nothing, type Grid } from './grid.ts'
import type { Assigned, DroppedPair, Pair, PanelJudge, Uncovered } from './types.ts'

type Result = {
  grid: Grid
  /** `has` as it was before anything was assigned. */
  before: Uint8Array
  works: readonly WorkTies[]
  judges: readonly PanelJudge[]
  /** Their numbers in the order of their ids. */
  workOrder: Int32Array
  judgeOrder: Int32Array
  dropped: readonly DroppedPair[]
  uncovered: Uncovered[]
}

/** The grid as pairs of ids: what is, what came, what went; by work, then judge. */
export function told({
  grid,
  before,
  works,
  judges,
  workOrder,
  judgeOrder,
  dropped,
  uncovered,
}: Result): Assigned {
  const pairs: Pair[] = []
  const added: Pair[] = []
  const gone: DroppedPair[] = [...dropped]
  for (const work of workOrder) {
    for (const judge of judgeOrder) {
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
  const loads = [...judgeOrder].flatMap((judge): [string, number][] => {
    const { id, isActive } = judges[judge]!
    return isActive ? [[id, grid.loads[judge]!]] : []
  })
  gone.sort((a, b) => compare(a.work, b.work) || compare(a.judge, b.judge))
  return { ok: true, pairs, added, dropped: gone, loads: new Map(loads), uncovered }
}

// By code units: a locale would make another order on another machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
