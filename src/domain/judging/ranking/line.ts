import type { EqualAtLine } from '../rounds.ts'
import type { RankedWork } from './types.ts'

/** What of works in their order passes a line after so many; `undecided`: equal works that people part. */
export type AtLine = { passed: RankedWork[]; undecided: RankedWork[]; places: number }

/**
 * The first `count` works. Works of one rank on both sides of the line pass together or not, or, `by-hand`,
 * as people decided: those in `chosen` pass if they fit exactly into the places that are left (`places`);
 * as long as they do not, they are undecided.
 */
export function atLine(
  works: readonly RankedWork[],
  count: number,
  equal: EqualAtLine,
  chosen: ReadonlySet<string>,
): AtLine {
  if (count <= 0) return { passed: [], undecided: [], places: 0 }
  const first = works.slice(0, count)
  const rank = first.at(-1)?.rank
  if (works.length <= count || works[count]!.rank !== rank) {
    return { passed: first, undecided: [], places: 0 }
  }
  const sure = first.filter((work) => work.rank !== rank)
  const onLine = works.filter((work) => work.rank === rank)
  const places = count - sure.length
  if (equal === 'all-in') return { passed: [...sure, ...onLine], undecided: [], places: 0 }
  if (equal === 'all-out') return { passed: sure, undecided: [], places }
  const picked = onLine.filter(({ id }) => chosen.has(id))
  if (picked.length === places) return { passed: [...sure, ...picked], undecided: [], places: 0 }
  return { passed: sure, undecided: onLine, places }
}
