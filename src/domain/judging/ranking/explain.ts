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
  const work = worksOf(question).get(id)
  if (!work) return null
  const { rules } = question
  const near = placesOf(question, ranking).get(id)
  const placed = near === undefined ? undefined : ranking.works[near]
  const equals = near === undefined ? [] : equalsOf(ranking, near).sort()
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

function marksOf(question: RankingQuestion, work: MarkedWork): ExplainedMark[] {
  const { rules, full } = question
  const { method, criteria } = rules
  const zOf = zOfAll(question)
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

function voteOf(question: RankingQuestion, ranking: Ranking, work: MarkedWork) {
  const { vote } = question.rules
  if (!vote) return null
  const { points: kind, percent } = vote
  const measure = measureOfAll(question, ranking, kind)(work)
  return { ...measure, votes: votesOf(work), kind, points: decimalText(measure.points), percent }
}

type Measure = ReturnType<typeof votePoints>
type OfAll = {
  works?: Map<string, MarkedWork>
  places?: { ranking: Ranking; byId: Map<string, number> }
  z?: ReturnType<typeof standardised>
  vote?: { ranking: Ranking; measure: Measure }
}

// What is the same for all works of a question: thousands of them are explained in one go.
const ofAll = new WeakMap<RankingQuestion, OfAll>()

function remembered(question: RankingQuestion): OfAll {
  const known = ofAll.get(question) ?? {}
  ofAll.set(question, known)
  return known
}

const worksOf = (question: RankingQuestion): Map<string, MarkedWork> =>
  (remembered(question).works ??= new Map(question.works.map((work) => [work.id, work])))

function placesOf(question: RankingQuestion, ranking: Ranking): Map<string, number> {
  const all = remembered(question)
  if (all.places?.ranking !== ranking) {
    all.places = { ranking, byId: new Map(ranking.works.map(({ id }, at) => [id, at])) }
  }
  return all.places.byId
}

function zOfAll(question: RankingQuestion): ReturnType<typeof standardised> | null {
  const { method } = question.rules
  if (method.kind !== 'standardised') return null
  return (remembered(question).z ??= standardised(question.works, method.shrink))
}

function measureOfAll(
  question: RankingQuestion,
  ranking: Ranking,
  kind: VoteBlend['points'],
): Measure {
  const all = remembered(question)
  if (all.vote?.ranking !== ranking) {
    const ids = new Set(ranking.works.map(({ id }) => id))
    const ranked = question.works.filter(({ id }) => ids.has(id))
    all.vote = { ranking, measure: votePoints(kind, ranked) }
  }
  return all.vote.measure
}

function stepsOf(
  question: RankingQuestion,
  equals: readonly string[],
  work: MarkedWork,
): ExplainedStep[] {
  const steps: ExplainedStep[] = []
  let group = equals.map((id) => worksOf(question).get(id)!)
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
