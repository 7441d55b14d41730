import { formatDuration } from '../characters.ts'
import { subtypeLabel, type EntryKind } from '../kinds.ts'
import type { Words } from '../words.ts'
import type { Flaw, LimitUnit, TrackRule } from './types.ts'

/** A number of the rule's unit with its measure word: 8:00, 500 字, 4 张. */
export function amount(value: number, unit: Measure): Words {
  if (unit === 'seconds') return { zh: formatDuration(value), en: formatDuration(value) }
  const plain = String(Math.round(value * 100) / 100)
  const [zh, en] = measures[unit]
  return { zh: `${plain}${zh}`, en: `${plain}${en}` }
}

export type Measure = LimitUnit | 'people' | 'pictures' | 'screens' | 'services' | 'rows'

const measures: Record<Exclude<Measure, 'seconds'>, [zh: string, en: string]> = {
  characters: [' 字', ' characters'],
  items: [' 项', ' items'],
  pixels: [' 像素', ' px'],
  megabytes: [' MB', ' MB'],
  days: [' 天', ' days'],
  ratio: ['', ''],
  people: [' 人', ' people'],
  pictures: [' 张', ' pictures'],
  screens: [' 屏', ' screens'],
  services: [' 项', ' services'],
  rows: [' 项', ' rows'],
}

/**
 * Measures one thing against a rule's numbers: `时长 8:41，超过情景剧上限 8:00`. Both limits belong to
 * what is allowed.
 */
export function checkLimits({
  rule,
  kind,
  what,
  path,
  actual,
  unit,
}: {
  rule: TrackRule
  kind: EntryKind
  what: Words
  path: string
  actual: number
  unit: Measure
}): Flaw[] {
  const { minimum, maximum } = rule
  const of = subtypeLabel(kind, rule.subtype)
  const is = amount(actual, unit)
  if (maximum != null && actual > maximum) {
    const limit = amount(maximum, unit)
    const zh = `${what.zh} ${is.zh}，超过${of?.zh ?? ''}上限 ${limit.zh}`
    const en = `${what.en}: ${is.en}, over the ${of ? `${of.en} ` : ''}limit of ${limit.en}`
    return [{ path, words: { zh, en }, actual, limit: maximum }]
  }
  if (minimum != null && actual < minimum) {
    const limit = amount(minimum, unit)
    const zh = `${what.zh} ${is.zh}，不足${of?.zh ?? ''}下限 ${limit.zh}`
    const en = `${what.en}: ${is.en}, under the ${of ? `${of.en} ` : ''}minimum of ${limit.en}`
    return [{ path, words: { zh, en }, actual, limit: minimum }]
  }
  return []
}

/** `情景剧：时长不超过 8:00`, `文字：正文 500 字至 1400 字`: a rule with numbers as a sentence. */
export function describeLimits({
  rule,
  kind,
  what,
  unit,
}: {
  rule: TrackRule
  kind: EntryKind
  what: Words
  unit: Measure
}): Words {
  const { minimum, maximum } = rule
  const low = minimum == null ? null : amount(minimum, unit)
  const high = maximum == null ? null : amount(maximum, unit)
  let text: Words = what
  if (low && high && minimum === maximum) {
    text = { zh: `${what.zh}为 ${low.zh}`, en: `${what.en}: exactly ${low.en}` }
  } else if (low && high) {
    text = { zh: `${what.zh}为 ${low.zh}至 ${high.zh}`, en: `${what.en}: ${low.en} to ${high.en}` }
  } else if (high) {
    text = { zh: `${what.zh}不超过 ${high.zh}`, en: `${what.en}: at most ${high.en}` }
  } else if (low) {
    text = { zh: `${what.zh}不少于 ${low.zh}`, en: `${what.en}: at least ${low.en}` }
  }
  return forSubtype(rule, kind, text)
}

/** Puts the subtype a rule is written for in front of its sentence. */
export function forSubtype(rule: TrackRule, kind: EntryKind, text: Words): Words {
  const of = subtypeLabel(kind, rule.subtype)
  return of ? { zh: `${of.zh}：${text.zh}`, en: `${of.en}: ${text.en}` } : text
}
