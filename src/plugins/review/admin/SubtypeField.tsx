'use client'
import { SelectInput, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientComponent } from 'payload'
import { useMemo } from 'react'
import { entryKinds } from '../../../domain/kinds.ts'
import { useReviewWords } from './use-review-words.ts'
import { useTrackKind } from './use-rule-row.ts'

/** The type of entry that a rule is for; empty: all of them. A kind without types shows none. */
export const SubtypeField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { say, pick } = useReviewWords()
  const kind = useTrackKind()
  const { value, setValue, showError, disabled } = useField<string | null>({ path })
  const styles = useMemo(() => mergeFieldStyles(field), [field])
  const subtypes = kind ? entryKinds[kind].subtypes : []
  const options = subtypes.map((one) => ({ value: one.value, label: pick(one.label) }))
  if (value && !subtypes.some((one) => one.value === value)) options.push({ value, label: value })
  if (kind && options.length === 0) return null
  return (
    <SelectInput
      isClearable
      label={field.label}
      name={field.name}
      onChange={(option) => setValue(Array.isArray(option) ? null : (option?.value ?? null))}
      options={options}
      path={path}
      placeholder={say('allSubtypes')}
      readOnly={readOnly || disabled}
      showError={showError}
      style={styles}
      value={value ?? undefined}
    />
  )
}
