import { entryKinds, type EntryKind } from '../kinds.ts'
import { words, type Words } from '../words.ts'
import { isRuleCode, ruleBook } from './book.ts'
import { numberOf, textOf } from './reading.ts'
import type { Finding, TrackRule } from './types.ts'

/** A row as a form or an API may send it. */
export type RuleRow = { [Key in keyof TrackRule]?: unknown }

/**
 * What is wrong with the rules a host wrote for a track of this kind; the findings' paths begin with
 * `rules.<index>`. Empty: the rows can be kept as `TrackRule[]`.
 */
export function validateRules(rules: readonly RuleRow[], kind: EntryKind): Finding[] {
  const seen = new Set<string>()
  return rules.flatMap((row, index) => {
    const findings = checkRow({ row, index, kind })
    const key = `${isRuleCode(row.rule) ? row.rule : index} ${textOf(row.subtype)}`
    if (seen.has(key)) {
      const text = words('同一规则重复', 'The same rule stands here twice')
      findings.push(finding({ row, path: `rules.${index}.rule`, text }))
    }
    seen.add(key)
    return findings
  })
}

function checkRow({
  row,
  index,
  kind,
}: {
  row: RuleRow
  index: number
  kind: EntryKind
}): Finding[] {
  const at = `rules.${index}`
  if (!isRuleCode(row.rule)) {
    return [finding({ row, path: `${at}.rule`, text: words('没有这条规则', 'No such rule') })]
  }
  const findings: Finding[] = []
  const say = (name: keyof TrackRule, text: Words, more: Partial<Finding> = {}): void => {
    findings.push({ ...finding({ row, path: `${at}.${name}`, text }), ...more })
  }
  const { kinds, label, takes } = ruleBook[row.rule]
  const { label: kindLabel, subtypes } = entryKinds[kind]

  if (!kinds.includes(kind)) {
    const zh = `规则“${label.zh}”不适用于${kindLabel.zh}`
    say('rule', { zh, en: `The rule “${label.en}” is not for this kind: ${kindLabel.en}` })
  }
  if (row.subtype && !subtypes.some((item) => item.value === row.subtype)) {
    say('subtype', words(`${kindLabel.zh}没有这种类型`, `No such type: ${kindLabel.en}`))
  }
  if (row.severity !== 'blocking' && row.severity !== 'warning') {
    say('severity', words('须为“必须”或“建议”', 'Must be blocking or warning'))
  }
  for (const name of ['minimum', 'maximum'] as const) {
    if (row[name] == null) continue
    const value = numberOf(row[name])
    if (!takes.includes(name))
      say(name, words('这条规则没有这个数', 'The rule takes no such number'))
    else if (value === null || value < 0) {
      say(name, words('须为不小于 0 的数', 'Must be a number from 0 on'))
    }
  }
  const [minimum, maximum] = [numberOf(row.minimum), numberOf(row.maximum)]
  if (minimum !== null && maximum !== null && minimum > maximum) {
    const zh = `下限 ${minimum} 大于上限 ${maximum}`
    const en = `The minimum ${minimum} is above the maximum ${maximum}`
    say('minimum', { zh, en }, { actual: minimum, limit: maximum })
  }
  if (takes.length > 0 && row.minimum == null && row.maximum == null) {
    const name = takes.at(-1) ?? 'maximum'
    say(name, words('这条规则需要一个数', 'The rule needs a number'))
  }
  return findings
}

function finding({ row, path, text }: { row: RuleRow; path: string; text: Words }): Finding {
  return {
    rule: typeof row.rule === 'string' ? row.rule.slice(0, 60) : '',
    path,
    severity: 'blocking',
    message: text.zh,
    messageEn: text.en,
  }
}
