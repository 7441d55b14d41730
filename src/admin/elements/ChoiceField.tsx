'use client'
import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, SelectInput, useField, useTranslation } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientComponent } from 'payload'
import { useMemo } from 'react'
import type { Words } from '../../domain/words.ts'

export type Choice = { value: string; label: Words }

/**
 * A text field of which only some values are taken, chosen from what they are called. It stays a text
 * field in the database: a new choice needs no migration.
 */
export const ChoiceField: TextFieldClientComponent = (props) => {
  const { field, path, readOnly } = props
  const { choices } = props as unknown as { choices: Choice[] }
  const { i18n } = useTranslation()
  const { value, setValue, showError, disabled } = useField<string | string[] | null>({ path })
  const { hasMany = false, required } = field
  const styles = useMemo(() => mergeFieldStyles(field), [field])
  return (
    <SelectInput
      Description={
        field.admin?.description && (
          <FieldDescription description={field.admin.description} path={path} />
        )
      }
      hasMany={hasMany}
      isClearable={!required}
      label={field.label}
      name={field.name}
      onChange={(chosen) =>
        setValue(
          Array.isArray(chosen)
            ? chosen.map((one) => one.value)
            : ((chosen?.value ?? null) as never),
        )
      }
      options={choices.map(({ value: of, label }) => ({
        value: of,
        label: getTranslation(label, i18n),
      }))}
      path={path}
      readOnly={readOnly || disabled}
      required={required}
      showError={showError}
      style={styles}
      value={value ?? undefined}
    />
  )
}
