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

function give(grid: Grid, work: number, chance: Chance): void {
  const row = work * grid.judges
  let best = -1
  let equal = 0
  for (let judge = 0; judge < grid.judges; judge += 1) {
    if (grid.may[row + judge] === 0 || grid.has[row + judge] !== nothing) continue
    const difference = best < 0 ? -1 : grid.loads[judge]! - grid.loads[best]!
    if (difference > 0) continue
    equal = difference < 0 ? 1 : equal + 1
    // Each of several equal ones is taken with the same chance, without listing them.
    if (equal === 1 || chance(equal) === 0) best = judge
  }
  if (best < 0) throw new RangeError('A work without enough judges was to be spread')
  grid.has[row + best] = fresh
  grid.loads[best]! += 1
}

function choicesOf({ works, judges, may, has }: Grid): Int32Array {
  const choices = new Int32Array(works)
  for (let cell = 0; cell < may.length; cell += 1) {
    if (may[cell] === 1 && has[cell] === nothing) choices[Math.floor(cell / judges)]! += 1
  }
  return choices
}
