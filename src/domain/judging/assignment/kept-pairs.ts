import type { RecusalReason } from '../recusal.ts'
import type { DropReason, DroppedPair, KeptPair, PanelJudge } from './types.ts'

/**
 * What of an earlier assignment still holds. A recused judge's pair goes with its marks; one who left
 * keeps what was marked, since the marks count; a work that is gone takes its pairs along.
 */
export function sortKept({
  kept,
  judges,
  works,
  recusal,
}: {
  kept: readonly KeptPair[]
  judges: ReadonlyMap<string, PanelJudge>
  works: ReadonlySet<string>
  recusal: (pair: KeptPair) => RecusalReason | null
}): { held: KeptPair[]; dropped: DroppedPair[] } {
  const held = new Map<string, KeptPair>()
  const dropped: DroppedPair[] = []
  for (const pair of kept) {
    const why = dropReason(pair)
    const key = JSON.stringify([pair.work, pair.judge])
    if (why) dropped.push({ ...pair, why })
    else if (!held.get(key)?.isMarked) held.set(key, pair)
  }
  return { held: [...held.values()], dropped }

  function dropReason(pair: KeptPair): DropReason | null {
    const judge = judges.get(pair.judge)
    if (!works.has(pair.work)) return 'work-gone'
    if (!judge) return 'judge-gone'
    return recusal(pair) ?? (judge.isActive || pair.isMarked ? null : 'judge-left')
  }
}
