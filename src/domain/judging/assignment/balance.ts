import type { Chance } from '../chance.ts'
import { fresh, nothing, type Grid } from './grid.ts'

/**
 * Evens out the loads as far as conflicts allow: as long as a judge can hand works on, one along a
 * chain, so that another with at least two works less gets one more, that is done. When no such chain is
 * left the loads are the best possible by every convex measure (Harvey, Ladner, Lovász, Tamir,
 * “Semi-matchings for bipartite graphs and load balancing”, 2003; a residual cycle of the flow with
 * convex costs passes through two judges).
 *
 * @param most the highest mark in `has` that may move: `fresh`, or `kept` and `fresh`
 */
export function balance(grid: Grid, most: number, chance: Chance): void {
  if (grid.judges === 0 || Math.max(...grid.loads) - Math.min(...grid.loads) < 2) return
  const ways = waysOf(grid, most)
  // Who cannot hand on now never will: a chain that made it possible would have gone through a judge who
  // could be reached before, and so could the chain's end.
  const stuck = new Set<number>()
  for (;;) {
    const from = heaviest(grid, stuck)
    if (from < 0) return
    const chain = lighterChain(grid, ways, from)
    if (!chain) {
      stuck.add(from)
      continue
    }
    for (const [step, judge] of chain.entries()) {
      const next = chain[step + 1]
      if (next !== undefined) handOn({ grid, ways, most, chance, from: judge, to: next })
    }
  }
}

function heaviest({ loads }: Grid, but: ReadonlySet<number>): number {
  let found = -1
  for (let judge = 0; judge < loads.length; judge += 1) {
    if (!but.has(judge) && (found < 0 || loads[judge]! > loads[found]!)) found = judge
  }
  return found
}

/** How many works each judge could hand to each other one: `from × judges + to`. */
function waysOf(grid: Grid, most: number): Int32Array {
  const { works, judges, has } = grid
  const ways = new Int32Array(judges * judges)
  for (let work = 0; work < works; work += 1) {
    for (let from = 0; from < judges; from += 1) {
      const mark = has[work * judges + from]!
      if (mark !== nothing && mark <= most) count(grid, ways, work, from, 1)
    }
  }
  return ways
}

// What one pair that may move adds to the ways of its judge.
function count(grid: Grid, ways: Int32Array, work: number, from: number, by: 1 | -1): void {
  const { judges, may, has } = grid
  const row = work * judges
  for (let to = 0; to < judges; to += 1) {
    if (may[row + to] === 1 && has[row + to] === nothing) ways[from * judges + to]! += by
  }
}

/** The shortest chain of judges to one with at least two works less; of several the least laden. */
function lighterChain({ judges, loads }: Grid, ways: Int32Array, from: number): number[] | null {
  const before = new Int32Array(judges).fill(-1)
  before[from] = from
  let edge = [from]
  while (edge.length > 0) {
    const next: number[] = []
    let best = -1
    for (const judge of edge) {
      for (let to = 0; to < judges; to += 1) {
        if (before[to] !== -1 || ways[judge * judges + to] === 0) continue
        before[to] = judge
        next.push(to)
        if (loads[to]! <= loads[from]! - 2 && (best < 0 || loads[to]! < loads[best]!)) best = to
      }
    }
    if (best >= 0) {
      const chain = [best]
      while (chain[0] !== from) chain.unshift(before[chain[0]!]!)
      return chain
    }
    edge = next
  }
  return null
}

type Handing = {
  grid: Grid
  ways: Int32Array
  most: number
  chance: Chance
  from: number
  to: number
}

function handOn({ grid, ways, most, chance, from, to }: Handing): void {
  const { works, judges, may, has, loads } = grid
  const begin = chance(works)
  for (let step = 0; step < works; step += 1) {
    const work = (begin + step) % works
    const row = work * judges
    const mark = has[row + from]!
    if (mark === nothing || mark > most || may[row + to] === 0 || has[row + to] !== nothing)
      continue
    forMovable(grid, work, most, (judge) => count(grid, ways, work, judge, -1))
    has[row + from] = nothing
    has[row + to] = fresh
    forMovable(grid, work, most, (judge) => count(grid, ways, work, judge, 1))
    loads[from]! -= 1
    loads[to]! += 1
    return
  }
  throw new Error('A chain of judges led over no work')
}

function forMovable(
  { judges, has }: Grid,
  work: number,
  most: number,
  visit: (judge: number) => void,
): void {
  for (let judge = 0; judge < judges; judge += 1) {
    const mark = has[work * judges + judge]!
    if (mark !== nothing && mark <= most) visit(judge)
  }
}
