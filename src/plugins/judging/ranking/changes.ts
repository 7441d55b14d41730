import { rankingChanges, type RankingChange } from '../../../domain/judging/ranking.ts'
import type { Words } from '../../../domain/words.ts'
import { linesOf, lineWords, type Line } from './lines.ts'
import type { Counted } from './standing.ts'
import type { WorkName } from './work-names.ts'

/** A change of a work's rank or of what it gets, with what the work is called. */
export type NamedChange = WorkName & {
  entry: string
  number: number
  rank: RankingChange['rank']
  line: { before: Words | null; after: Words | null }
  crosses: boolean
}

/** What another ranking of the same works changes, whoever crosses a line first. */
export function changesOf(
  before: Counted,
  after: Counted,
  names: ReadonlyMap<string, WorkName>,
): NamedChange[] {
  const numbers = new Map(after.facts.works.map(({ entry, number }) => [entry, number]))
  const policies = { before: before.locked.awardPolicy, after: after.locked.awardPolicy }
  const told = (side: 'before' | 'after', line: string | null) =>
    line === null ? null : lineWords(line as Line, policies[side])
  return rankingChanges(
    { ranking: before.judged.ranking, line: linesOf(before.locked) },
    { ranking: after.judged.ranking, line: linesOf(after.locked) },
  ).map(({ id, rank, line, crosses }) => ({
    ...{ entry: id, number: numbers.get(id) ?? 0, rank, crosses },
    ...(names.get(id) ?? { title: id, unit: null }),
    line: { before: told('before', line.before), after: told('after', line.after) },
  }))
}
