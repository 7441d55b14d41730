import { award, type Awarded } from '../awards.ts'
import { unitsOf, unitsOfPlaces } from '../marks.ts'
import {
  carryOver,
  rank,
  type CarriedOver,
  type Ranking,
  type RankingQuestion,
} from '../ranking.ts'
import { scaleOf } from '../rounds.ts'
import type { LockedMark, RankingFacts } from './types.ts'

export type Judged = {
  question: RankingQuestion
  marks: LockedMark[]
  ranking: Ranking
  carried: CarriedOver
  /** Null: the round gives no awards. */
  awarded: Awarded | null
  /** Works that are equal at a line and wait for people to decide. */
  undecided: string[]
}

/**
 * What comes of a round, from everything that it is made of.
 *
 * @throws RangeError by Schulze's method for more works than `mostByPairs`
 */
export function judgeFacts(facts: RankingFacts): Judged {
  const marks = marksOf(facts)
  const question = questionOf(facts, marks)
  const ranking = rank(question)
  const decisions = new Map(facts.decisions.map(({ entry, goesOn }) => [entry, goesOn]))
  const carried = carryOver(ranking, facts.rules.carryOver, decisions)
  const awarded = awardsOf(facts, ranking)
  const open = awarded?.undecided.flatMap(({ works }) => works) ?? []
  return {
    ...{ question, marks, ranking, carried, awarded },
    undecided: [...new Set([...carried.undecided, ...open])],
  }
}

function questionOf(facts: RankingFacts, marks: readonly LockedMark[]): RankingQuestion {
  const { rules, seed, works } = facts
  const byWork = new Map<number, LockedMark[]>()
  for (const mark of marks) {
    const list = byWork.get(mark.number)
    if (list) list.push(mark)
    else byWork.set(mark.number, [mark])
  }
  return {
    ...{ rules, seed, full: fullOf(facts) },
    works: works.map(({ entry, number, votes, submittedAt, isWithdrawn }) => ({
      ...{ id: entry, votes, submittedAt, isWithdrawn },
      totals: (byWork.get(number) ?? []).map((mark) => ({
        ...{ judge: mark.judge, units: mark.units },
        ...(mark.marks ? { marks: new Map(Object.entries(mark.marks)) } : {}),
      })),
    })),
  }
}

/** The units of full marks. */
export function fullOf({ rules, works }: Pick<RankingFacts, 'rules' | 'works'>): number {
  if (rules.kind === 'score') return scaleOf(rules.criteria).full
  if (rules.kind === 'qualify') return 1
  const standing = works.filter(({ isWithdrawn }) => !isWithdrawn).length
  return Math.max(1, 2 * (standing - 1))
}

/** By number and judge. Withdrawn works have no place in an order; marks that are not whole are none. */
function marksOf({ rules, works, marks, orders }: RankingFacts): LockedMark[] {
  const scale = scaleOf(rules.criteria)
  const given = marks.flatMap((fact): LockedMark[] => {
    const { number, judge } = fact
    if ('passes' in fact) return [{ number, judge, units: fact.passes ? 1 : 0, marks: null }]
    const units = unitsOf(scale, new Map(Object.entries(fact.marks)))
    return units === null ? [] : [{ number, judge, units, marks: fact.marks }]
  })
  const gone = new Set(works.flatMap((work) => (work.isWithdrawn ? [work.number] : [])))
  const placed = orders.flatMap(({ judge, groups }): LockedMark[] => {
    const standing = groups
      .map((group) => group.filter((number) => !gone.has(number)).map(String))
      .filter((group) => group.length > 0)
    return [...unitsOfPlaces(standing)].map(([number, units]) => ({
      ...{ number: Number(number), judge, units, marks: null },
    }))
  })
  return [...given, ...placed].sort((a, b) => a.number - b.number || judgeOrder(a.judge, b.judge))
}

/** J2 before J10. */
export function judgeOrder(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

function awardsOf(facts: RankingFacts, ranking: Ranking): Awarded | null {
  const { awardPolicy, entries, levelDecisions } = facts
  if (!awardPolicy) return null
  return award(ranking, awardPolicy, {
    entries,
    decisions: {
      vacant: new Map(levelDecisions.map(({ level, vacant }) => [level, vacant])),
      chosen: new Map(levelDecisions.map(({ level, chosen }) => [level, new Set(chosen)])),
    },
  })
}
