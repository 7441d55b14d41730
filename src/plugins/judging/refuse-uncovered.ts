import { uncoveredWords, type Uncovered } from '../../domain/judging/assignment.ts'
import { refusal } from '../../hooks/refuse.ts'

const shown = 100

/** 409 `uncovered`: the works that too few judges may see, by their titles, and who is recused from them. */
export function refuseUncovered(
  uncovered: readonly Uncovered[],
  works: readonly { entry: string; title: string | null }[],
) {
  const titles = new Map(works.map(({ entry, title }) => [entry, title]))
  const nameOf = (work: string) => `${titles.get(work) ?? ''}（${work}）`
  return refusal(409, uncoveredWords(uncovered, nameOf), {
    code: 'uncovered',
    works: uncovered.slice(0, shown),
  })
}
