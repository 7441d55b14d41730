import type { Ranking } from './types.ts'

/** `line`: what a work gets by its rank, such as the key of an award level; null: nothing. */
export type RankingChange = {
  id: string
  rank: { before: number | null; after: number | null }
  line: { before: string | null; after: string | null }
  /** Whether the work gets something else than before. */
  crosses: boolean
}

/**
 * What another ranking of the same works changes: those whose rank or line differs, whoever crosses a
 * line first, then by the new rank. Rank null: left out.
 *
 * @param line what a work gets by each ranking
 */
export function rankingChanges(
  before: { ranking: Ranking; line: ReadonlyMap<string, string> },
  after: { ranking: Ranking; line: ReadonlyMap<string, string> },
): RankingChange[] {
  const [old, young] = [ranksOf(before.ranking), ranksOf(after.ranking)]
  const ids = new Set([...young.keys(), ...old.keys()])
  const changes = [...ids].map((id): RankingChange => {
    const rank = { before: old.get(id) ?? null, after: young.get(id) ?? null }
    const line = { before: before.line.get(id) ?? null, after: after.line.get(id) ?? null }
    return { id, rank, line, crosses: line.before !== line.after }
  })
  return changes
    .filter(({ rank, crosses }) => crosses || rank.before !== rank.after)
    .sort(
      (a, b) =>
        Number(b.crosses) - Number(a.crosses) ||
        (a.rank.after ?? last) - (b.rank.after ?? last) ||
        (a.id < b.id ? -1 : 1),
    )
}

// Behind every rank; not Infinity, whose difference from itself is no number.
const last = Number.MAX_SAFE_INTEGER

const ranksOf = ({ works }: Ranking) => new Map(works.map(({ id, rank }) => [id, rank]))
