import { exact, zero, type Exact } from '../exact.ts'
import type { VoteBlend } from '../rounds.ts'
import type { MarkedWork } from './types.ts'

/** What the votes of a work are measured by. */
export type VoteMeasure = { points: Exact; top: number; more: number; of: number }

/**
 * The vote's points of a work, of 100: votes ÷ the most votes of a ranked work, or the share of ranked
 * works that have not more votes. A work without votes has none by either, so that nobody gains by a
 * vote in which nobody voted.
 */
export function votePoints(
  kind: VoteBlend['points'],
  ranked: readonly MarkedWork[],
): (work: MarkedWork) => VoteMeasure {
  const counts = ranked.map(votesOf).sort((a, b) => b - a)
  const top = counts[0] ?? 0
  const more = new Map<number, number>()
  for (const [place, votes] of counts.entries()) if (!more.has(votes)) more.set(votes, place)
  const of = counts.length
  return (work) => {
    const votes = votesOf(work)
    const ahead = more.get(votes) ?? of
    const measure = { top, more: ahead, of }
    if (votes === 0) return { points: zero, ...measure }
    return kind === 'share-of-top'
      ? { points: exact(votes * 100, top), ...measure }
      : { points: exact((of - ahead) * 100, of), ...measure }
  }
}

export const votesOf = ({ votes }: Pick<MarkedWork, 'votes'>): number => votes ?? 0
