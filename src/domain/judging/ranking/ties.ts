import { lotOf } from '../chance.ts'
import { compare, exact, type Exact } from '../exact.ts'
import { inOrder } from './order-totals.ts'
import { meanOf, medianOf } from './methods.ts'
import type { JudgeTotal, MarkedWork, RankingQuestion, TieStep } from './types.ts'
import { votesOf } from './vote-points.ts'

/** What a step looks at in a work; more comes first. Null: nothing there, last. */
export function tieValue(
  step: TieStep,
  work: MarkedWork,
  { full, seed }: Pick<RankingQuestion, 'full' | 'seed'>,
): Exact | null {
  const { totals } = work
  switch (step.by) {
    case 'criterion':
      return criterionMean(step.criterion, totals)
    case 'mean':
      return meanOf(totals, full)
    case 'median':
      return medianOf(totals, full)
    case 'lowest-mark':
      return exact(BigInt(inOrder(totals)[0]!.units) * 100n, full)
    case 'votes':
      return exact(votesOf(work))
    case 'submitted':
      return work.submittedAt === null ? null : exact(-work.submittedAt)
    case 'lot':
      return exact(-lotOf(seed, work.id))
  }
}

/** The mean of the marks for a criterion, in marks, over the judges who gave one. */
function criterionMean(criterion: string, totals: readonly JudgeTotal[]): Exact | null {
  const marks = totals.flatMap((one) => one.marks?.get(criterion) ?? [])
  if (marks.length === 0) return null
  return exact(
    marks.reduce((sum, mark) => sum + mark, 0),
    100 * marks.length,
  )
}

/** Groups of works that a step leaves equal, the best first. */
export function partBy<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => Exact | null,
): Item[][] {
  const valued = items.map((item) => ({ item, value: valueOf(item) }))
  valued.sort((a, b) => before(a.value, b.value))
  const groups: (typeof valued)[] = []
  for (const one of valued) {
    const group = groups.at(-1)
    if (group && before(group[0]!.value, one.value) === 0) group.push(one)
    else groups.push([one])
  }
  return groups.map((group) => group.map(({ item }) => item))
}

function before(a: Exact | null, b: Exact | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  return compare(b, a)
}
