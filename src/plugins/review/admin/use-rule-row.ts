'use client'
import { useFormFields } from '@payloadcms/ui'
import { isEntryKind, type EntryKind } from '../../../domain/kinds.ts'
import {
  isRuleCode,
  ruleBook,
  type RuleCode,
  type RuleDefinition,
} from '../../../domain/rules/index.ts'

/** The kind of entry that the open track is for; null until one is chosen. */
export function useTrackKind(): EntryKind | null {
  const kind = useFormFields(([fields]) => fields?.kind?.value)
  return isEntryKind(kind) ? kind : null
}

/** The rule that a row of the track's rules names, by the path of any field of the row. */
export function useRowRule(path: string): { code: RuleCode; definition: RuleDefinition } | null {
  const row = path.split('.').slice(0, -1).join('.')
  const code = useFormFields(([fields]) => fields?.[`${row}.rule`]?.value)
  return isRuleCode(code) ? { code, definition: ruleBook[code] } : null
}
