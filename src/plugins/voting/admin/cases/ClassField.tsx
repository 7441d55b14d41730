'use client'
import { SelectInput, useField } from '@payloadcms/ui'
import type { DefaultCellComponentProps, TextFieldClientComponent } from 'payload'
import { voidClasses, voidClassWords, type VoidClass } from '../../../../domain/voting/cases.ts'
import { useCaseWords } from './use-case.ts'

/** Why the votes would be void, in the words that the public reads. */
export const ClassField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { pick } = useCaseWords()
  const { value, setValue, showError, disabled } = useField<string>({ path })
  return (
    <SelectInput
      isClearable={false}
      label={field.label}
      name={field.name}
      onChange={(option) => !Array.isArray(option) && setValue(option?.value)}
      options={voidClasses.map((one) => ({ value: one, label: pick(voidClassWords[one]) }))}
      path={path}
      readOnly={readOnly || disabled}
      required
      showError={showError}
      value={value}
    />
  )
}

export function ClassCell({ cellData }: DefaultCellComponentProps) {
  const { pick } = useCaseWords()
  const known = voidClassWords[cellData as VoidClass]
  return known ? <span>{pick(known)}</span> : null
}
