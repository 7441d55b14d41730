import type { Interval } from '../phases.ts'
import { words, type Words } from '../words.ts'
import type { WorkCalendar } from './days.ts'
import type { ObjectionTerms } from './objections/terms.ts'

/** What a form says of a list of results, as its row keeps it; instants as ISO texts. */
export type ResultFields = {
  noticeFrom?: unknown
  noticeTo?: unknown
  leastDays?: unknown
  acceptDays?: unknown
  ruleDays?: unknown
  restDays?: unknown
  workDays?: unknown
  needsEvidence?: unknown
}

/** How a list is put on notice, and how objections to it are dealt with. */
export type ResultSettings = {
  notice: Interval
  /** A notice never lasts less than so many days. */
  leastDays: number
  terms: ObjectionTerms
  calendar: WorkCalendar
  /** An objection brings a file or a link at least. */
  needsEvidence: boolean
}

export type SettingFault = { path: keyof ResultFields; message: Words }

/**
 * Terms are working days; days of rest and of work beside the week are lists, one day a line. What is left
 * out is what the campaign's rules say: five days of notice, three to take an objection up, fifteen to rule.
 */
export const resultDefaults = { leastDays: 5, acceptDays: 3, ruleDays: 15 } as const

/** The settings of a form, or all that is wrong with them. */
export function readResultSettings(
  fields: ResultFields,
): { settings: ResultSettings; faults: [] } | { settings: null; faults: SettingFault[] } {
  const faults: SettingFault[] = []
  const fault = (path: keyof ResultFields, message: Words) => void faults.push({ path, message })

  const instant = (path: 'noticeFrom' | 'noticeTo'): Date => {
    const at = new Date(typeof fields[path] === 'string' ? fields[path] : NaN)
    if (Number.isNaN(at.getTime())) fault(path, words('请填写时间', 'Say when'))
    return at
  }
  const days = (path: keyof typeof resultDefaults, most: number): number => {
    const value = fields[path] ?? resultDefaults[path]
    if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) return Number(value)
    fault(path, words(`应为 1 至 ${most} 的整数`, `A whole number from 1 to ${most}`))
    return resultDefaults[path]
  }
  const dates = (path: 'restDays' | 'workDays'): Set<string> => {
    const lines = typeof fields[path] === 'string' ? fields[path].split(/[\s,，、]+/) : []
    const given = lines.filter((line) => line !== '')
    const wrong = given.find((line) => !isDate(line))
    if (wrong !== undefined) {
      const shown = wrong.slice(0, 20)
      fault(
        path,
        words(`“${shown}”不是日期，应如 2022-10-01`, `“${shown}” is no date such as 2022-10-01`),
      )
    }
    return new Set(given)
  }

  const notice = { from: instant('noticeFrom'), to: instant('noticeTo') }
  const leastDays = days('leastDays', 60)
  const accept = days('acceptDays', 60)
  const rule = days('ruleDays', 180)
  const calendar = { holidays: dates('restDays'), workdays: dates('workDays') }
  if (faults.length === 0 && notice.to <= notice.from) {
    fault('noticeTo', words('公示结束应在开始之后', 'The notice ends after it began'))
  }
  if (faults.length > 0) return { settings: null, faults }
  const terms: ObjectionTerms = {
    accept: { kind: 'working', days: accept },
    rule: { kind: 'working', days: rule },
  }
  const needsEvidence = fields.needsEvidence !== false
  return { settings: { notice, leastDays, terms, calendar, needsEvidence }, faults: [] }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}
