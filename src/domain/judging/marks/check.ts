import { words } from '../../words.ts'
import type { Criterion } from '../rounds.ts'
import { readMark } from './number.ts'
import { refuse, type MarkRefusal } from './refusals.ts'
import type { CriterionMarks } from './units.ts'

/** Nothing is taken while anything is refused: all faults are told at once, in order. */
export type Checked<Value> = { ok: true; value: Value } | { ok: false; refusals: MarkRefusal[] }

/**
 * The marks of one work as a request has them: a list of `{ criterion, marks }`. While a judge is at it
 * criteria may be missing; what is handed in is whole.
 *
 * @returns hundredths of marks by criterion
 */
export function checkMarks({
  criteria,
  given,
  isHandedIn,
}: {
  criteria: readonly Criterion[]
  given: unknown
  isHandedIn: boolean
}): Checked<CriterionMarks> {
  if (!Array.isArray(given)) {
    const message = words('评分应为列表', 'Marks must be a list')
    return { ok: false, refusals: [refuse('not-a-list', 'marks', message)] }
  }
  const refusals: MarkRefusal[] = []
  const marks = new Map<string, number>()
  const seen = new Set<string>()
  for (const [index, raw] of (given as unknown[]).entries()) {
    const row = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
    const path = `marks.${index}`
    const criterion = criteria.find(({ key }) => key === row.criterion)
    if (!criterion) {
      const message = words('没有这一评分项', 'The round has no such criterion')
      refusals.push(refuse('criterion-unknown', `${path}.criterion`, message))
      continue
    }
    if (seen.has(criterion.key)) {
      const { zh, en } = criterion.name
      const message = words(`评分项“${zh}”出现两次`, `“${en}” is marked twice`)
      refusals.push(refuse('criterion-twice', `${path}.criterion`, message))
      continue
    }
    seen.add(criterion.key)
    const mark = readMark(row.marks, criterion.full, `${path}.marks`)
    if (typeof mark === 'number') marks.set(criterion.key, mark)
    else refusals.push(mark)
  }
  if (isHandedIn) {
    for (const { key, name } of criteria.filter((one) => !seen.has(one.key))) {
      const message = words(`评分项“${name.zh}”未打分`, `“${name.en}” has no mark yet`)
      refusals.push(refuse('criterion-missing', `marks.${key}`, message))
    }
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: marks }
}

/** A yes or no as a request has it; null while saving: undecided yet. */
export function checkYesNo(given: unknown, isHandedIn: boolean): Checked<boolean | null> {
  if (typeof given === 'boolean') return { ok: true, value: given }
  if (given == null && !isHandedIn) return { ok: true, value: null }
  const message = words('请选择通过或不通过', 'Say yes or no')
  return { ok: false, refusals: [refuse('not-yes-or-no', 'passes', message)] }
}

/**
 * An order of works as a request has it, the best first: a list of ids, or of lists of ids that are
 * equal. While a judge is at it works may be missing.
 *
 * @param works the works that the judge has to put in order
 * @returns groups of equal works, the best first
 */
export function checkOrder({
  works,
  given,
  isHandedIn,
}: {
  works: readonly string[]
  given: unknown
  isHandedIn: boolean
}): Checked<string[][]> {
  if (!Array.isArray(given)) {
    const message = words('排序应为列表', 'An order must be a list')
    return { ok: false, refusals: [refuse('not-a-list', 'order', message)] }
  }
  const refusals: MarkRefusal[] = []
  const asked = new Set(works)
  const seen = new Set<unknown>()
  const groups = (given as unknown[]).map((raw) =>
    Array.isArray(raw) ? (raw as unknown[]) : [raw],
  )
  for (const [index, group] of groups.entries()) {
    const path = `order.${index}`
    for (const id of group) {
      if (!asked.has(id as string)) {
        const message = words('排序中有不在本轮的作品', 'The order names a work of no such round')
        refusals.push(refuse('work-unknown', path, message))
      } else if (seen.has(id)) {
        const message = words(`作品 ${String(id)} 出现两次`, `${String(id)} stands twice`)
        refusals.push(refuse('work-twice', path, message))
      }
      seen.add(id)
    }
  }
  const missing = works.filter((id) => !seen.has(id))
  if (isHandedIn && missing.length > 0) {
    const named = missing.slice(0, 10).join('、')
    const message = words(
      `还有 ${missing.length} 件作品没有排序：${named}`,
      `${missing.length} works have no place yet: ${named}`,
    )
    refusals.push(refuse('work-missing', 'order', message))
  }
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, value: (groups as string[][]).filter((group) => group.length > 0) }
}
