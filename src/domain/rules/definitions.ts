import { dayNumber } from '../phases.ts'
import type { EntryKind } from '../kinds.ts'
import type { Words } from '../words.ts'
import { forSubtype } from './limits.ts'
import { dateOf, field, fileMissing, filesOf, missing, textOf } from './reading.ts'
import type { EntryFacts, Flaw, RuleDefinition } from './types.ts'

/** The shapes that several rules share: a required text, a declaration, a date, files of a field. */

/** A rule without numbers, described by one sentence. */
export function plainRule({
  kinds,
  label,
  text,
  check,
}: {
  kinds: readonly EntryKind[]
  label: Words
  text: Words
  check: RuleDefinition['check']
}): RuleDefinition {
  return {
    kinds,
    label,
    unit: null,
    takes: [],
    describe: (rule, { kind }) => forSubtype(rule, kind, text),
    check,
  }
}

export function requiredText({
  kinds,
  name,
  what,
}: {
  kinds: readonly EntryKind[]
  name: string
  what: Words
}): RuleDefinition {
  return plainRule({
    kinds,
    label: what,
    text: { zh: `须填写${what.zh}`, en: `${what.en} is required` },
    check: (facts) => (textOf(field(facts, name)) ? [] : [missing(name, what)]),
  })
}

/** A box the author ticks: `text` is what is declared. */
export function declaration({
  kinds,
  name,
  label,
  text,
}: {
  kinds: readonly EntryKind[]
  name: string
  label: Words
  text: Words
}): RuleDefinition {
  return plainRule({
    kinds,
    label,
    text: { zh: `须声明：${text.zh}`, en: `To be declared: ${text.en}` },
    check: (facts) =>
      field(facts, name) === true
        ? []
        : [{ path: name, words: { zh: `请声明：${text.zh}`, en: `Please declare: ${text.en}` } }],
  })
}

/** A day that is required and not in the future (Shanghai days). */
export function pastDate({
  kinds,
  name,
  what,
}: {
  kinds: readonly EntryKind[]
  name: string
  what: Words
}): RuleDefinition {
  return plainRule({
    kinds,
    label: what,
    text: { zh: `须填写${what.zh}`, en: `${what.en} is required` },
    check: (facts) => checkPastDate({ facts, name, what }),
  })
}

export function checkPastDate({
  facts,
  name,
  what,
}: {
  facts: EntryFacts
  name: string
  what: Words
}): Flaw[] {
  const value = field(facts, name)
  const date = dateOf(value)
  if (!date) return [missing(name, what)]
  if (dayNumber(date) <= dayNumber(facts.now)) return []
  const [is, today] = [dayText(date), dayText(facts.now)]
  const zh = `${what.zh} ${is} 晚于今天 ${today}`
  const en = `${what.en} ${is} is later than today, ${today}`
  return [{ path: name, words: { zh, en }, actual: is, limit: today }]
}

/** The files of one field: whether there must be one, and what types it may have. */
export function fileRule({
  kinds,
  role,
  what,
  types,
  required,
  many = false,
}: {
  kinds: readonly EntryKind[]
  role: string
  what: Words
  types: Readonly<Record<string, string>>
  required: boolean
  many?: boolean
}): RuleDefinition {
  const names = [...new Set(Object.values(types))].join('、')
  return plainRule({
    kinds,
    label: what,
    text: {
      zh: `${what.zh}格式：${names}`,
      en: `${what.en}: ${names.replaceAll('、', ', ')}`,
    },
    check: (facts) => {
      const files = filesOf(facts, role)
      if (required && files.length === 0) return [fileMissing(role, what)]
      return files.flatMap((file, index): Flaw[] => {
        const type = textOf(file.mimeType).toLowerCase().split(';')[0]?.trim() ?? ''
        if (Object.hasOwn(types, type)) return []
        const zh = `${what.zh}的格式是 ${type || '未知'}，应为 ${names}`
        const en = `${what.en}: ${type || 'unknown'} instead of ${names.replaceAll('、', ', ')}`
        const path = many ? `${role}.${index}` : role
        return [{ path, words: { zh, en }, actual: type, limit: names }]
      })
    },
  })
}

/** The Shanghai day of an instant as `2022-06-07`. */
export function dayText(date: Date): string {
  return new Date(dayNumber(date) * 86_400_000).toISOString().slice(0, 10)
}
