import { compare, exact } from '../exact.ts'
import type { CarryOver } from '../rounds.ts'
import { atLine } from './line.ts'
import type { Ranking } from './types.ts'

/** Who goes on, who stays, and who waits for people to decide; each in the order of the ranking. */
export type CarriedOver = { goesOn: string[]; stays: string[]; undecided: string[] }

/**
 * What becomes of a round's works. `decisions` are prepared over days and applied here in one go; they
 * count where the rule leaves room for them: for every work by hand, else at the line only.
 */
export function carryOver(
  { works }: Ranking,
  rule: CarryOver,
  decisions: ReadonlyMap<string, boolean> = new Map(),
): CarriedOver {
  const chosen = new Set([...decisions].flatMap(([id, goesOn]) => (goesOn ? [id] : [])))
  const ids = works.map(({ id }) => id)
  switch (rule.kind) {
    case 'none':
      return { goesOn: [], stays: ids, undecided: [] }
    case 'by-hand':
      return told((id) => decisions.get(id) ?? null)
    case 'threshold': {
      const passed = new Set(
        works.flatMap(({ id, value }) => (compare(value, exact(rule.points)) >= 0 ? [id] : [])),
      )
      return told((id) => passed.has(id))
    }
    case 'top': {
      const { passed, undecided } = atLine(works, rule.count, rule.equal, chosen)
      const first = new Set(passed.map(({ id }) => id))
      const open = new Set(undecided.map(({ id }) => id))
      return told((id) => (open.has(id) ? null : first.has(id)))
    }
  }

  function told(goesOn: (id: string) => boolean | null): CarriedOver {
    return {
      goesOn: ids.filter((id) => goesOn(id) === true),
      stays: ids.filter((id) => goesOn(id) === false),
      undecided: ids.filter((id) => goesOn(id) === null),
    }
  }
}
