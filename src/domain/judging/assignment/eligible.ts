import { recusalsOf, type RecusalReason, type WorkTies } from '../recusal.ts'
import type { PanelJudge } from './types.ts'

/**
 * Why each judge must not see a work, by the judge's number; null: nothing stands against it. Works of
 * the same units are asked about once: a campaign has far fewer units than works.
 */
export function recusalRows(
  judges: readonly PanelJudge[],
): (work: WorkTies) => readonly (RecusalReason | null)[] {
  const byUnits = judges.map(({ unitPath }) => recusalsOf({ unitPath, conflicts: new Map() }))
  const conflicted = judges.flatMap((judge, number) =>
    judge.conflicts.size > 0 ? [{ number, conflicts: judge.conflicts }] : [],
  )
  const rows = new Map<string, (RecusalReason | null)[]>()
  return (work) => {
    const key = work.unitPaths.join(' ')
    let row = rows.get(key)
    if (!row) {
      row = byUnits.map((recusal) => recusal(work))
      rows.set(key, row)
    }
    const declared = conflicted.filter(({ conflicts }) => conflicts.has(work.id))
    if (declared.length === 0) return row
    const own = [...row]
    for (const { number, conflicts } of declared) own[number] ??= conflicts.get(work.id)!
    return own
  }
}
