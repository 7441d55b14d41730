import { joinWords, words, type Words } from '../../words.ts'
import type { Uncovered } from './types.ts'

const named = 20

/**
 * Which works have too few judges, for the person who put the panel together.
 *
 * @param nameOf what people call a work
 */
export function uncoveredWords(
  uncovered: readonly Uncovered[],
  nameOf: (work: string) => string = (work) => work,
): Words {
  const rows = uncovered
    .slice(0, named)
    .map(({ work, needs, has, recused }) =>
      words(
        `${nameOf(work)}（需 ${needs} 名，可评 ${has} 名，回避 ${recused.length} 名）`,
        `${nameOf(work)} (needs ${needs}, ${has} may judge, ${recused.length} recused)`,
      ),
    )
  const more = uncovered.length - rows.length
  if (more > 0) rows.push(words(`另有 ${more} 件`, `${more} more`))
  const { zh, en } = joinWords(rows)
  return words(
    `${uncovered.length} 件作品评委不足：${zh}`,
    `${uncovered.length} works have too few judges: ${en}`,
  )
}
