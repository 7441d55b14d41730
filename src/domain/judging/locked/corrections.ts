import type { LockedMark, LockedRanking, MarkCorrection, MarkFact, RankingFacts } from './types.ts'

type Cell = Pick<MarkCorrection, 'number' | 'judge' | 'criterion'>

const pairOf = ({ number, judge }: Pick<Cell, 'number' | 'judge'>) => `${number} ${judge}`
const cellOf = (cell: Cell) => `${pairOf(cell)} ${cell.criterion ?? ''}`

/** Marks as they count, of marks as they were handed in. What has nothing to correct is left as it is. */
export const corrected = (
  marks: readonly MarkFact[],
  corrections: readonly MarkCorrection[],
): MarkFact[] => withValues(marks, corrections, ({ becomes }) => becomes)

/** The marks of a locked ranking as the judges handed them in: before anything was corrected. */
export const handedIn = ({ marks, corrections = [] }: LockedRanking): MarkFact[] =>
  withValues(marks.map(factOf), corrections, ({ was }) => was)

/** A mark of a locked text as the fact that it was made of. */
export function factOf({ number, judge, units, marks }: LockedMark): MarkFact {
  return marks ? { number, judge, marks } : { number, judge, passes: units === 1 }
}

function withValues(
  marks: readonly MarkFact[],
  corrections: readonly MarkCorrection[],
  valueOf: (one: MarkCorrection) => number,
): MarkFact[] {
  const byPair = new Map<string, MarkCorrection[]>()
  for (const one of corrections) {
    byPair.set(pairOf(one), [...(byPair.get(pairOf(one)) ?? []), one])
  }
  return marks.map((fact): MarkFact => {
    const own = byPair.get(pairOf(fact)) ?? []
    if ('passes' in fact) {
      const [one] = own.filter(({ criterion }) => criterion === null)
      return one ? { ...fact, passes: valueOf(one) === 1 } : fact
    }
    const given = own.flatMap((one) =>
      one.criterion !== null && one.criterion in fact.marks ? [[one.criterion, valueOf(one)]] : [],
    )
    return own.length > 0
      ? { ...fact, marks: { ...fact.marks, ...Object.fromEntries(given) } }
      : fact
  })
}

/** A correction of a mark that is not there, or that says something else, or two of the same mark. */
export function hasStrayCorrections({ marks, corrections = [] }: RankingFacts): boolean {
  const byPair = new Map(marks.map((fact) => [pairOf(fact), fact]))
  const cells = new Set(corrections.map(cellOf))
  return (
    cells.size < corrections.length ||
    corrections.some(({ criterion, was, becomes, ...pair }) => {
      const fact = byPair.get(pairOf(pair))
      if (!fact || was === becomes) return true
      if ('passes' in fact) return criterion !== null || was > 1 || becomes !== Number(fact.passes)
      return criterion === null || fact.marks[criterion] !== becomes
    })
  )
}

/** By number, judge and criterion. */
export function inCorrectionOrder(corrections: readonly MarkCorrection[]): MarkCorrection[] {
  const judgeNumber = ({ judge }: MarkCorrection) => Number(judge.slice(1))
  return [...corrections].sort(
    (a, b) =>
      a.number - b.number ||
      judgeNumber(a) - judgeNumber(b) ||
      ((a.criterion ?? '') < (b.criterion ?? '') ? -1 : 1),
  )
}
