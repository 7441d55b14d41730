import { exact, plus, rounded, times, type Exact } from '../exact.ts'
import { pointsBy } from './methods.ts'
import { partBy, tieValue } from './ties.ts'
import type {
  LeftOutReason,
  MarkedWork,
  RankedWork,
  Ranking,
  RankingQuestion,
  RankingRules,
} from './types.ts'
import { votePoints } from './vote-points.ts'

type Valued = Pick<RankedWork, 'value' | 'judges' | 'vote'> & { work: MarkedWork }
type Placed = { one: Valued; partedBy: number | null }

/**
 * The works of a round in their order: the judges' points by the method, blended with the vote, rounded
 * as declared, equal ones parted step by step. A pure function of its question: the order in which works
 * and marks come does not matter. Withdrawn works are left out without changing the points of others
 * (but by Schulze's method, which compares the works themselves).
 *
 * @throws RangeError by Schulze's method for more than 500 works
 */
export function rank(question: RankingQuestion): Ranking {
  const { rules, works } = question
  const leftOut = works.flatMap((work) => {
    const reason = leftOutFor(work, rules)
    return reason ? [{ id: work.id, reason }] : []
  })
  const ranked = works.filter((work) => leftOutFor(work, rules) === null)
  const valueOf = valuesOf(question, ranked)
  const placed: RankedWork[] = []
  for (const group of partBy(ranked.map(valueOf), ({ value }) => value)) {
    for (const equal of parted(question, group, 0, null)) {
      const place = placed.length + 1
      for (const { one, partedBy } of equal) {
        const { work, ...values } = one
        placed.push({
          ...{ id: work.id, rank: place, ...values, equals: group.length, partedBy },
          disagreement: disagreementOf(work, question),
        })
      }
    }
  }
  return { works: placed, leftOut: leftOut.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** Why a work has no rank; null: it has one. */
export function leftOutFor(work: MarkedWork, { quorum }: RankingRules): LeftOutReason | null {
  if (work.isWithdrawn) return 'withdrawn'
  if (work.totals.length === 0) return 'no-marks'
  return work.totals.length < quorum ? 'below-quorum' : null
}

function valuesOf(
  { rules, full, works }: RankingQuestion,
  ranked: readonly MarkedWork[],
): (work: MarkedWork) => Valued {
  const judgesOf = pointsBy(rules.method, { full, ranked, all: works })
  const voteOf = rules.vote && votePoints(rules.vote.points, ranked)
  const percent = rules.vote?.percent ?? 0
  return (work) => {
    const judges = judgesOf(work)
    const vote = voteOf ? voteOf(work).points : null
    const blended = vote
      ? plus(times(judges, 100 - percent, 100), times(vote, percent, 100))
      : judges
    const value = rules.decimals === null ? blended : rounded(blended, rules.decimals)
    return { work, value, judges, vote }
  }
}

/** The group in its order; works that all steps leave equal stand together, by id. */
function parted(
  question: RankingQuestion,
  group: readonly Valued[],
  step: number,
  before: number | null,
): Placed[][] {
  const rule = question.rules.tieBreak[step]
  if (group.length === 1 || !rule) {
    const sorted = [...group].sort((a, b) => (a.work.id < b.work.id ? -1 : 1))
    return [sorted.map((one) => ({ one, partedBy: before }))]
  }
  return partBy(group, ({ work }) => tieValue(rule, work, question)).flatMap((part, index) =>
    parted(question, part, step + 1, index === 0 ? before : step),
  )
}

/** Points between the highest and the lowest mark, where the rules flag so many; else null. */
function disagreementOf(
  { totals }: MarkedWork,
  { rules, full }: Pick<RankingQuestion, 'rules' | 'full'>,
): Exact | null {
  if (rules.disagreement === null) return null
  const units = totals.map((one) => one.units)
  const spread = Math.max(...units) - Math.min(...units)
  return spread * 100 >= rules.disagreement * full ? exact(BigInt(spread) * 100n, full) : null
}
