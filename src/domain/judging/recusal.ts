import { ancestorPaths, isSameOrBelow } from '../unit-tree.ts'
import { words, type Words } from '../words.ts'

/** Why a judge does not get a work, the strongest reason first. */
export const recusalReasons = [
  'unit-unknown',
  'unit-same',
  'unit-above',
  'unit-below',
  'declared',
  'knows-author',
] as const
export type RecusalReason = (typeof recusalReasons)[number]

export const recusalWords: Record<RecusalReason, Words> = {
  'unit-unknown': words(
    '单位信息有误，无法核对回避',
    'A unit is unknown, so nothing can be ruled out',
  ),
  'unit-same': words('作品属评委所在单位', 'The work is of the judge’s own unit'),
  'unit-above': words('作品属评委单位的下级单位', 'The work is of a unit below the judge’s'),
  'unit-below': words('作品属评委单位的上级单位', 'The work is of a unit above the judge’s'),
  declared: words('评委申报了利益关系', 'The judge declared a conflict'),
  'knows-author': words('评委表示认识作者', 'The judge knows the author'),
}

/** A unit as its materialised path; '' for an expert who belongs to none. */
export type JudgeTies = {
  unitPath: string
  conflicts: ReadonlyMap<string, 'declared' | 'knows-author'>
}

/** All units that stand behind a work: the one that sent it in, its author's, a platform's operator. */
export type WorkTies = { id: string; unitPaths: readonly string[] }

const isPath = (path: string): boolean => isSameOrBelow(path, path)

/**
 * How a judge's unit stands to a work's, null: on another branch, or the judge has no unit. A path that
 * is not one is a conflict: what cannot be checked is not assumed.
 */
export function unitRecusal(judgePath: string, workPath: string): RecusalReason | null {
  if (judgePath === '') return null
  if (!isPath(judgePath) || !isPath(workPath)) return 'unit-unknown'
  if (judgePath === workPath) return 'unit-same'
  if (isSameOrBelow(workPath, judgePath)) return 'unit-above'
  return isSameOrBelow(judgePath, workPath) ? 'unit-below' : null
}

/** Why a judge must not see a work; null: nothing stands against it. */
export function recusalOf(judge: JudgeTies, work: WorkTies): RecusalReason | null {
  const byUnit = work.unitPaths.map((path) => unitRecusal(judge.unitPath, path))
  const found = recusalReasons.find((reason) => byUnit.includes(reason))
  return found ?? judge.conflicts.get(work.id) ?? null
}

/**
 * The same question for one judge and many works, a few steps each: the work's path is looked up among
 * the judge's ancestors instead of being compared anew.
 */
export function recusalsOf(judge: JudgeTies): (work: WorkTies) => RecusalReason | null {
  const above = new Set(ancestorPaths(judge.unitPath))
  const isSound = judge.unitPath === '' || isPath(judge.unitPath)
  return (work) => {
    const mayMatter =
      judge.unitPath !== '' &&
      (!isSound ||
        work.unitPaths.some(
          (path) => path.startsWith(judge.unitPath) || above.has(path) || !isPath(path),
        ))
    return mayMatter ? recusalOf(judge, work) : (judge.conflicts.get(work.id) ?? null)
  }
}
