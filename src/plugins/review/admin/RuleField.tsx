'use client'
import { SelectInput, useField, useForm } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientComponent } from 'payload'
import { useMemo } from 'react'
import { isRuleCode, ruleBook, ruleCodes } from '../../../domain/rules/index.ts'
import { useReviewWords } from './use-review-words.ts'
import { useTrackKind } from './use-rule-row.ts'

/** Which rule a row sets: by its name, among those that make sense for the track's kind. */
export const RuleField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { say, pick } = useReviewWords()
  const kind = useTrackKind()
  const { dispatchFields } = useForm()
  const { value, setValue, showError, disabled } = useField<string | null>({ path })
  const styles = useMemo(() => mergeFieldStyles(field), [field])
  const choose = (code: string | null) => {
    setValue(code)
    // Numbers that the new rule does not understand would be refused when the track is saved.
    const takes: readonly string[] = isRuleCode(code) ? ruleBook[code].takes : []
    const row = path.split('.').slice(0, -1).join('.')
    for (const name of ['minimum', 'maximum'].filter((one) => !takes.includes(one))) {
      dispatchFields({ type: 'UPDATE', path: `${row}.${name}`, value: null })
    }
  }
  const options = ruleCodes
    .filter((code) => kind !== null && ruleBook[code].kinds.includes(kind))
    .map((code) => ({ value: code as string, label: pick(ruleBook[code].label) }))
  if (value && !options.some((option) => option.value === value)) {
    options.push({ value, label: say('ruleUnknown', { code: value }) })
  }
  return (
    <SelectInput
      isClearable={false}
      label={field.label}
      name={field.name}
      onChange={(option) =>
        choose(Array.isArray(option) ? null : ((option?.value as string) ?? null))
      }
      options={options}
      path={path}
      placeholder={say(kind ? 'chooseRule' : 'kindFirst')}
      readOnly={readOnly || disabled}
      required={field.required}
      showError={showError}
      style={styles}
      value={value ?? undefined}
    />
  )
}
