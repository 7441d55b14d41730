import { entryKinds, type EntryKind } from '../kinds.ts'
import type { Words } from '../words.ts'
import { isRuleCode, ruleBook } from './book.ts'
import type { EntryFacts, Finding, TrackRule } from './types.ts'

/**
 * What a track's rules find in an entry: blocking findings first, in the order of the rules. Rows of
 * unknown codes or of other kinds say nothing here; `validateRules` reports them to the host.
 */
export function checkEntry({
  rules,
  facts,
}: {
  rules: readonly TrackRule[]
  facts: EntryFacts
}): Finding[] {
  const applying = rules.filter((rule) => applies(rule, facts))
  const findings = applying.flatMap((rule) =>
    ruleBook[rule.rule]
      .check(facts, rule, applying)
      .map(({ path, words, ...numbers }): Finding => ({
        rule: rule.rule,
        path,
        severity: rule.severity,
        message: words.zh,
        messageEn: words.en,
        ...numbers,
      })),
  )
  return [...blocking(findings), ...findings.filter((finding) => finding.severity !== 'blocking')]
}

/** The findings that keep an entry from being submitted. */
export function blocking(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'blocking')
}

/** What is said to whoever may not send an entry in; `stopping` are the {@link blocking} findings, one or more. */
export function rulesNotMet(kind: EntryKind, stopping: readonly Finding[]): Words {
  const { label } = entryKinds[kind]
  const [first] = stopping
  return {
    zh: `${label.zh}有 ${stopping.length} 项不符合要求：${first!.message}`,
    en: `${stopping.length} rule(s) not met: ${first!.messageEn}`,
  }
}

/** The rules as the sentences of the public call, each once, in the order of the rules. */
export function describeRules({
  rules,
  kind,
}: {
  rules: readonly TrackRule[]
  kind: EntryKind
}): Words[] {
  const sentences = rules
    .filter((rule) => isRuleCode(rule.rule) && ruleBook[rule.rule].kinds.includes(kind))
    .map((rule) => {
      const text = ruleBook[rule.rule].describe(rule, { kind, rules })
      if (rule.severity === 'blocking') return text
      return { zh: `${text.zh}（建议）`, en: `${text.en} (recommended)` }
    })
  return [...new Map(sentences.map((sentence) => [sentence.zh, sentence])).values()]
}

function applies(rule: TrackRule, facts: EntryFacts): boolean {
  return (
    isRuleCode(rule.rule) &&
    ruleBook[rule.rule].kinds.includes(facts.kind) &&
    (!rule.subtype || rule.subtype === facts.subtype)
  )
}
