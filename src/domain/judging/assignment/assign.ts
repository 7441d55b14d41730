import { chanceOf, shuffle, type Chance } from '../chance.ts'
import type { RecusalReason, WorkTies } from '../recusal.ts'
import { balance } from './balance.ts'
import { recusalRows } from './eligible.ts'
import { emptyGrid, fixed, fresh, kept as keptMark, nothing, type Grid } from './grid.ts'
import { sortKept } from './kept-pairs.ts'
import { spread } from './spread.ts'
import { told } from './told.ts'
import type { Assigned, Assignment, PanelJudge, Uncovered } from './types.ts'

/**
 * Gives each work `quorum` judges, none of whom is recused, by chance and evenly. What was assigned
 * before stays, as long as it may. Refused as a whole, with the names of the works, when one of them has
 * too few judges who may see it: nothing is assigned by halves, unless `partly` says so.
 *
 * @throws RangeError when the quorum is not a whole number from 1 on
 */
export function assign(question: Assignment): Assigned | { ok: false; uncovered: Uncovered[] } {
  const { quorum, seed, kept = [], mayMove = false, partly = false } = question
  if (!Number.isInteger(quorum) || quorum < 1) throw new RangeError(`Not a quorum: ${quorum}`)
  const chance = chanceOf(seed)
  const { items: works, inOrder: workOrder } = mixed(question.works, chance)
  const { items: judges, inOrder: judgeOrder } = mixed(question.judges, chance)
  const numbers = { work: numbersOf(works), judge: numbersOf(judges) }
  const recusals = recusalRows(judges)
  const { held, dropped } = sortKept({
    kept,
    judges: new Map(judges.map((judge) => [judge.id, judge])),
    works: new Set(numbers.work.keys()),
    recusal: ({ work, judge }) =>
      recusals(works[numbers.work.get(work)!]!)[numbers.judge.get(judge)!]!,
  })

  const grid = emptyGrid(works.length, judges.length)
  for (const pair of held) {
    const judge = numbers.judge.get(pair.judge)!
    const isFixed = pair.isMarked || !judges[judge]!.isActive
    const cell = numbers.work.get(pair.work)! * grid.judges + judge
    grid.has[cell] = isFixed ? fixed : keptMark
    grid.loads[judge]! += 1
  }
  const before = grid.has.slice()
  const { needs, uncovered } = allow(grid, works, judges, recusals, quorum)
  if (uncovered.length > 0 && !partly) return { ok: false, uncovered }

  spread(grid, needs, chance)
  balance(grid, fresh, chance)
  if (mayMove) balance(grid, keptMark, chance)
  return told({ grid, before, works, judges, workOrder, judgeOrder, dropped, uncovered })
}

/** Writes into the grid who may see what; counts what each work needs and names those that lack. */
function allow(
  grid: Grid,
  works: readonly WorkTies[],
  judges: readonly PanelJudge[],
  recusals: (work: WorkTies) => readonly (RecusalReason | null)[],
  quorum: number,
): { needs: Int32Array; uncovered: Uncovered[] } {
  const needs = new Int32Array(works.length)
  const uncovered: Uncovered[] = []
  const active = judges.map(({ isActive }) => isActive)
  for (const [number, work] of works.entries()) {
    const row = recusals(work)
    let [own, others] = [0, 0]
    for (let judge = 0, cell = number * grid.judges; judge < row.length; judge += 1, cell += 1) {
      if (active[judge] && row[judge] === null) grid.may[cell] = 1
      if (grid.has[cell] !== nothing) own += 1
      else if (grid.may[cell] === 1) others += 1
    }
    const missing = Math.max(0, quorum - own)
    needs[number] = Math.min(missing, others)
    if (missing <= others) continue
    const recused = judges.flatMap(({ id, isActive }, judge) => {
      const reason = row[judge]
      return isActive && reason ? [{ judge: id, reason }] : []
    })
    recused.sort((a, b) => compare(a.judge, b.judge))
    uncovered.push({ work: work.id, needs: quorum, has: own + others, recused })
  }
  return { needs, uncovered: uncovered.sort((a, b) => compare(a.work, b.work)) }
}

// By code units: a locale would make another order on another machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Items shuffled, and their places by id. Sorted before they are shuffled, or the order of the facts would
 * be a part of the chance. The first of several with one id counts.
 */
function mixed<Item extends { id: string }>(
  given: readonly Item[],
  chance: Chance,
): { items: Item[]; inOrder: Int32Array } {
  const each = new Map<string, Item>()
  for (const item of given) if (!each.has(item.id)) each.set(item.id, item)
  const sorted = [...each.values()].sort((a, b) => compare(a.id, b.id))
  const places = shuffle(
    sorted.map((_, place) => place),
    chance,
  )
  const inOrder = new Int32Array(sorted.length)
  for (const [at, place] of places.entries()) inOrder[place] = at
  return { items: places.map((place) => sorted[place]!), inOrder }
}

const numbersOf = (items: readonly { id: string }[]) =>
  new Map(items.map(({ id }, number) => [id, number]))
