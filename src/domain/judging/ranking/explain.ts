import { decimalText, exact, type Exact } from '../exact.ts'
import type { Method, VoteBlend } from '../rounds.ts'
import { inOrder, trimOf } from './order-totals.ts'
import { leftOutFor } from './rank.ts'
import { standardised, unitOfZ } from './standardise.ts'
import { partBy, tieValue } from './ties.ts'
import type { LeftOutReason, MarkedWork, Ranking, RankingQuestion, TieStep } from './types.ts'
import { votePoints, votesOf } from './vote-points.ts'

/** One judge's part. Numbers are decimal texts, `≈` before those that go on. */
export type ExplainedMark = {
  judge: string
  /** Of 100. */
  points: string
  criteria: { key: string; marks: string; full: number; weight: number }[]
  dropped: 'highest' | 'lowest' | null
  /** The standard score that counts instead of the points. */
  standardised: string | null
}

/** A tie-break step that was asked: what it saw in this work, and how many of the equal ones it left. */
export type ExplainedStep = {
  step: TieStep
  own: string | null
  equalBefore: number
  equalAfter: number
}

/** Why a work has its rank, as data: everything that a person needs to count it again. */
export type Explanation = {
  id: string
  rank: number | null
  of: number
  leftOut: LeftOutReason | null
  method: Method
  marks: ExplainedMark[]
  /** Marks that are in, and how many are needed. */
  quorum: { has: number; needs: number }
  judges: string | null
  vote: {
    votes: number
    kind: VoteBlend['points']
    top: number
    more: number
    of: number
    points: string
    percent: number
  } | null
  value: string | null
  decimals: number | null
  /** The works with the same value, by id, this one included; alone: no step was asked. */
  equals: string[]
  steps: ExplainedStep[]
  disagreement: string | null
}

/** @returns null for a work that the question does not know */
export function explain(
  question: RankingQuestion,
  ranking: Ranking,
  id: string,
): Explanation | null {
  const work = question.works.find((one) => one.id === id)
  if (!work) return null
  const { rules } = question
  const placed = ranking.works.find((one) => one.id === id)
  const near = placed ? ranking.works.indexOf(placed) : -1
  const equals = placed ? equalsOf(ranking, near).sort() : []
  return {
    ...{ id, rank: placed?.rank ?? null, of: ranking.works.length },
    leftOut: leftOutFor(work, rules),
    method: rules.method,
    marks: marksOf(question, work),
    quorum: { has: work.totals.length, needs: rules.quorum },
    judges: placed ? decimalText(placed.judges) : null,
    vote: placed ? voteOf(question, ranking, work) : null,
    value: placed ? decimalText(placed.value) : null,
    ...{ decimals: rules.decimals, equals },
    steps: stepsOf(question, equals, work),
    disagreement: placed?.disagreement ? decimalText(placed.disagreement) : null,
  }
}

// Equal ones stand together.
function equalsOf({ works }: Ranking, at: number): string[] {
  const { value } = works[at]!
  const isSame = (one: (typeof works)[number] | undefined) =>
    one !== undefined && one.value.n * value.d === value.n * one.value.d
  let [from, to] = [at, at + 1]
  while (isSame(works[from - 1])) from -= 1
  while (isSame(works[to])) to += 1
  return works.slice(from, to).map(({ id }) => id)
}

function marksOf({ rules, full, works }: RankingQuestion, work: MarkedWork): ExplainedMark[] {
  const { method, criteria } = rules
  const zOf = method.kind === 'standardised' ? standardised(works, method.shrink) : null
  const sorted = inOrder(work.totals)
  const cut = method.kind === 'trimmed-mean' ? trimOf(sorted.length, method.drop) : 0
  return sorted.map((total, at) => ({
    judge: total.judge,
    points: decimalText(exact(BigInt(total.units) * 100n, full)),
    criteria: criteria.flatMap(({ key, full: most, weight }) => {
      const mark = total.marks?.get(key)
      return mark === undefined
        ? []
        : [{ key, marks: decimalText(exact(mark, 100)), full: most, weight }]
    }),
    dropped: at < cut ? 'lowest' : at >= sorted.length - cut ? 'highest' : null,
    standardised: zOf ? decimalText(exact(zOf(total), unitOfZ)) : null,
  }))
}

function voteOf({ rules, works }: RankingQuestion, ranking: Ranking, work: MarkedWork) {
  if (!rules.vote) return null
  const { points: kind, percent } = rules.vote
  const ids = new Set(ranking.works.map(({ id }) => id))
  const measure = votePoints(
    kind,
    works.filter(({ id }) => ids.has(id)),
  )(work)
  return { ...measure, votes: votesOf(work), kind, points: decimalText(measure.points), percent }
}

function stepsOf(
  question: RankingQuestion,
  equals: readonly string[],
  work: MarkedWork,
): ExplainedStep[] {
  const steps: ExplainedStep[] = []
  const ids = new Set(equals)
  let group = question.works.filter(({ id }) => ids.has(id))
  for (const step of question.rules.tieBreak) {
    if (group.length < 2) break
    const valueOf = (one: MarkedWork): Exact | null => tieValue(step, one, question)
    const after = partBy(group, valueOf).find((part) => part.includes(work))!
    const own = valueOf(work)
    steps.push({
      ...{ step, own: own && decimalText(own) },
      ...{ equalBefore: group.length, equalAfter: after.length },
    })
    group = after
  }
  return steps
}
