import { compare, exact } from '../exact.ts'
import { atLine } from '../ranking/line.ts'
import type { RankedWork, Ranking } from '../ranking/types.ts'
import type { AwardLevel, AwardPolicy } from './types.ts'

export type AwardLine = { id: string; level: string; rank: number }

/** Why places of a level stay empty. */
export type Vacancy = {
  level: string
  places: number
  why: 'by-decision' | 'below-points' | 'too-few-works' | 'equal-at-line' | 'cap'
}

/** `undecided`: equal works of which people must choose `places`; until then no list can be frozen. */
export type Awarded = {
  awards: AwardLine[]
  /** In the order in which they move up. */
  reserves: { id: string; rank: number }[]
  vacancies: Vacancy[]
  undecided: { level: string; places: number; works: string[] }[]
  cap: number | null
}

/**
 * What people decided, by level: places left empty, and whom of the equal works at its line they chose.
 * By level, since the same equal works may stand at two lines.
 */
export type AwardDecisions = {
  vacant?: ReadonlyMap<string, number>
  chosen?: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Who gets what: levels are filled from the highest down in the order of the ranking. A place that stays
 * empty in one level is not handed down: each level has its own number. The cap is never passed, not even
 * by equal works that all pass a line; it takes from the lowest levels first.
 *
 * @param entries how many entries the cap is a share of
 */
export function award(
  { works }: Ranking,
  policy: AwardPolicy,
  { entries, decisions = {} }: { entries: number; decisions?: AwardDecisions },
): Awarded {
  const cap = policy.mostPercent === null ? null : Math.floor((policy.mostPercent * entries) / 100)
  const result: Awarded = { awards: [], reserves: [], vacancies: [], undecided: [], cap }
  let rest: readonly RankedWork[] = works
  let free = cap ?? Number.MAX_SAFE_INTEGER
  for (const level of policy.levels) {
    const filled = fill(level, rest, free, policy, decisions)
    const taken = new Set(filled.passed.map(({ id }) => id))
    const open = new Set(filled.undecided.map(({ id }) => id))
    for (const { id, rank } of filled.passed) result.awards.push({ id, level: level.key, rank })
    result.vacancies.push(...filled.vacancies)
    if (filled.undecided.length > 0) {
      const ids = filled.undecided.map(({ id }) => id)
      result.undecided.push({ level: level.key, places: filled.places, works: ids })
    }
    free -= filled.passed.length + filled.places
    rest = rest.filter(({ id }) => !taken.has(id))
    // Whom of the equal ones they choose decides on everything below.
    if (open.size > 0) return result
  }
  result.reserves = rest.slice(0, policy.reserves).map(({ id, rank }) => ({ id, rank }))
  return result
}

type Filled = {
  passed: readonly RankedWork[]
  undecided: readonly RankedWork[]
  places: number
  vacancies: Vacancy[]
}

function fill(
  { key, count, atLeast }: AwardLevel,
  rest: readonly RankedWork[],
  free: number,
  { equalAtLine }: AwardPolicy,
  { vacant, chosen: chosenByLevel }: AwardDecisions,
): Filled {
  const chosen = chosenByLevel?.get(key) ?? new Set<string>()
  const vacancies: Vacancy[] = []
  const leave = (places: number, why: Vacancy['why']) => {
    if (places > 0) vacancies.push({ level: key, places, why })
  }
  const byDecision = Math.min(count, Math.max(0, vacant?.get(key) ?? 0))
  leave(byDecision, 'by-decision')
  const places = Math.min(count - byDecision, Math.max(0, free))
  leave(count - byDecision - places, 'cap')
  const worthy =
    atLeast === null ? rest : rest.filter(({ value }) => compare(value, exact(atLeast)) >= 0)
  if (worthy.length < places) {
    leave(places - worthy.length, worthy.length < rest.length ? 'below-points' : 'too-few-works')
  }
  const wanted = Math.min(places, worthy.length)
  let line = atLine(worthy, wanted, equalAtLine, chosen)
  // All in, but the cap has no room for all: then none of the equal ones.
  if (line.passed.length > free) line = atLine(worthy, wanted, 'all-out', chosen)
  if (line.undecided.length === 0) leave(line.places, 'equal-at-line')
  return {
    ...{ passed: line.passed, undecided: line.undecided, vacancies },
    places: line.undecided.length > 0 ? line.places : 0,
  }
}
