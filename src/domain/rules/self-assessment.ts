import { words } from '../words.ts'
import { missing, numberOf, textOf } from './reading.ts'
import type { Flaw } from './types.ts'

/** Rows of `{ indicator, fullMarks, weight, marks, evidence }`, the host's indicators filled in. */
export function checkSelfAssessment(rows: readonly unknown[]): Flaw[] {
  return rows.flatMap((raw, index): Flaw[] => {
    const row = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
    const path = `selfAssessment.${index}`
    const flaws: Flaw[] = []
    if (!textOf(row.indicator)) {
      flaws.push(missing(`${path}.indicator`, words('指标', 'Indicator')))
    }
    const [marks, full] = [numberOf(row.marks), numberOf(row.fullMarks)]
    if (marks === null) {
      flaws.push(missing(`${path}.marks`, words('自评分', 'Marks')))
    } else if (marks < 0 || (full !== null && marks > full)) {
      const limit = full ?? 0
      const zh = `自评分 ${marks} 分，应在 0 至 ${limit} 分之间`
      const en = `${marks} marks, not between 0 and ${limit}`
      flaws.push({ path: `${path}.marks`, words: { zh, en }, actual: marks, limit })
    }
    if (!textOf(row.evidence)) {
      flaws.push(missing(`${path}.evidence`, words('佐证说明', 'Evidence')))
    }
    return flaws
  })
}
