import type { EntryKind } from '../kinds.ts'
import type { Finding } from '../rules/index.ts'
import type { Words } from '../words.ts'
import { consentFlaw, needed, purposes, type Consents } from './consents.ts'
import { ageFlaw } from './minors.ts'

export type ParticipationFacts = {
  kind: EntryKind
  ageGroup: unknown
  hasGuardianConsent: boolean
  consents: Consents
  /** Of the campaign; null: it has no terms. */
  termsVersion: string | null
  files: readonly {
    field: string
    name: string
    processing: string | null
    problem: string | null
  }[]
}

/**
 * What stands against a participant's work beside the track's rules: age, consents, files. Blocking
 * ones keep it from being sent in; what only publishing will need is a warning.
 */
export function participationFindings(facts: ParticipationFacts): Finding[] {
  const { kind, ageGroup, hasGuardianConsent, consents, termsVersion, files } = facts
  const age = ageFlaw({ ageGroup, hasGuardianConsent })
  const asked = purposes.flatMap((purpose) => {
    const isNow = needed.submit(kind).includes(purpose)
    if (!isNow && !needed.publish(kind).includes(purpose)) return []
    const flaw = consentFlaw(purpose, consents[purpose], termsVersion)
    if (!flaw) return []
    const path = `consents.${purpose}`
    if (isNow) return [finding('consent-missing', path, 'blocking', flaw)]
    return [
      finding('consent-missing', path, 'warning', {
        zh: `${flaw.zh}，同意之前不能发布`,
        en: `${flaw.en}: without it the work cannot be published`,
      }),
    ]
  })
  const broken = files.flatMap(({ field, name, processing, problem }) => {
    if (processing === 'failed') {
      const why = problem ?? ''
      return [
        finding('file-failed', field, 'blocking', {
          zh: `文件“${name}”无法使用${why ? `：${why}` : ''}，请更换`,
          en: `The file “${name}” cannot be used${why ? `: ${why}` : ''}; take another`,
        }),
      ]
    }
    if (processing !== 'waiting' && processing !== 'working') return []
    return [
      finding('file-not-ready', field, 'warning', {
        zh: `文件“${name}”仍在处理，处理后还会检查`,
        en: `The file “${name}” is still being worked on and will be checked`,
      }),
    ]
  })
  const found = [
    ...(age ? [finding(age.code, age.path, 'blocking', age.words)] : []),
    ...asked,
    ...broken,
  ]
  return [...found.filter(isBlocking), ...found.filter((one) => !isBlocking(one))]
}

const isBlocking = ({ severity }: Finding) => severity === 'blocking'

function finding(rule: string, path: string, severity: Finding['severity'], said: Words): Finding {
  return { rule, path, severity, message: said.zh, messageEn: said.en }
}
