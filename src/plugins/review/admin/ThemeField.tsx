'use client'
import { SelectInput, TextField, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientComponent } from 'payload'
import { useMemo } from 'react'
import { useCall } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'

/**
 * The theme of an entry, chosen from the themes of its track. It is stored as text: a theme that the
 * track no longer lists stays, and is marked. A track without themes takes any.
 */
export const ThemeField: TextFieldClientComponent = (props) => {
  const { field, path, readOnly } = props
  const { say } = useReviewWords()
  const { value, setValue, showError, disabled } = useField<string | null>({ path })
  const styles = useMemo(() => mergeFieldStyles(field), [field])
  const themes = useCall()?.themes ?? []
  if (themes.length === 0) return <TextField {...props} />
  const options = themes.map((theme) => ({ value: theme, label: theme }))
  if (value && !themes.includes(value)) {
    options.push({ value, label: say('themeUnlisted', { theme: value }) })
  }
  return (
    <SelectInput
      isClearable
      label={field.label}
      name={field.name}
      onChange={(option) => setValue(Array.isArray(option) ? null : (option?.value ?? null))}
      options={options}
      path={path}
      placeholder={say('theme')}
      readOnly={readOnly || disabled}
      required={field.required}
      showError={showError}
      style={styles}
      value={value ?? undefined}
    />
  )
}
