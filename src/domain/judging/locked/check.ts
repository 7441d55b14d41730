import { canonicalJson } from '../../results/canonical.ts'
import { lockedOf, lockedText } from './build.ts'
import { hasStrayCorrections } from './corrections.ts'
import { factsOf, parseLocked } from './parse.ts'
import type { RankingFacts } from './types.ts'

/** The parts of a locked ranking that are not what its rules make of its facts. */
export type LockedFault = { part: string }

/**
 * Counts a locked ranking again, as a stranger does who has nothing but its text: everything in it must
 * be what its rules make of its marks, votes and decisions, and the text the canonical one. Empty:
 * nothing is wrong.
 */
export function checkLocked(text: string): LockedFault[] {
  const locked = parseLocked(text)
  if (!locked) return [{ part: 'format' }]
  const facts = factsOf(locked)
  if (!facts) return [{ part: 'rules' }]
  try {
    const again = lockedOf(facts)
    const told = locked as unknown as Record<string, unknown>
    const wrong = Object.entries(again).flatMap(([part, value]) =>
      canonicalJson(value) === canonicalJson(told[part]) ? [] : [{ part }],
    )
    if (wrong.length > 0) return wrong
    if (hasStrays(facts)) return [{ part: 'marks' }]
    if (hasStrayCorrections(facts)) return [{ part: 'corrections' }]
    return lockedText(again) === text ? [] : [{ part: 'text' }]
  } catch {
    return [{ part: 'facts' }]
  }
}

/** A mark of a work or a judge that the round does not have, or two of one judge for one work. */
function hasStrays({ works, marks, orders, panel }: RankingFacts): boolean {
  const numbers = new Set(works.map(({ number }) => number))
  const judges = new Set(Array.from({ length: panel }, (_, index) => `J${index + 1}`))
  const given = [
    ...marks.map(({ number, judge }) => ({ number, judge })),
    ...orders.flatMap(({ judge, groups }) => groups.flat().map((number) => ({ number, judge }))),
  ]
  const once = new Set(given.map(({ number, judge }) => `${number} ${judge}`))
  const isStray = ({ number, judge }: (typeof given)[number]) =>
    !numbers.has(number) || !judges.has(judge)
  return once.size < given.length || given.some(isStray) || numbers.size < works.length
}
