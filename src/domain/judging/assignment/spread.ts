import { shuffle, type Chance } from '../chance.ts'
import { fresh, nothing, type Grid } from './grid.ts'

/**
 * Gives each work the judges that it still needs, each time those with the fewest works, equal ones by
 * chance. Works with the least choice come first, so that little is left to even out.
 */
export function spread(grid: Grid, needs: Int32Array, chance: Chance): void {
  const choices = choicesOf(grid)
  const order = shuffle(
    Array.from({ length: grid.works }, (_, work) => work).filter((work) => needs[work]! > 0),
    chance,
  )
  order.sort((a, b) => choices[a]! - needs[a]! - (choices[b]! - needs[b]!))
  for (const work of order) {
    for (let left = needs[work]!; left > 0; left -= 1) give(grid, work, chance)
  }
}

function give({ judges, may, has, loads }: Grid, work: number, chance: Chance): void {
  const row = work * judges
  let [least, equal] = [Infinity, 0]
  for (let judge = 0; judge < judges; judge += 1) {
    const load = loads[judge]!
    if (load > least || may[row + judge] === 0 || has[row + judge] !== nothing) continue
    equal = load < least ? 1 : equal + 1
    least = load
  }
  if (equal === 0) throw new RangeError('A work without enough judges was to be spread')
  let skip = chance(equal)
  for (let judge = 0; judge < judges; judge += 1) {
    if (loads[judge] !== least || may[row + judge] === 0 || has[row + judge] !== nothing) continue
    skip -= 1
    if (skip >= 0) continue
    has[row + judge] = fresh
    loads[judge]! += 1
    return
  }
}

function choicesOf({ works, judges, may, has }: Grid): Int32Array {
  const choices = new Int32Array(works)
  for (let cell = 0; cell < may.length; cell += 1) {
    if (may[cell] === 1 && has[cell] === nothing) choices[Math.floor(cell / judges)]! += 1
  }
  return choices
}
