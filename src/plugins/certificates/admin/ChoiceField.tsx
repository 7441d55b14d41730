'use client'
import { SelectInput, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientComponent, TextFieldClientProps } from 'payload'
import { useMemo } from 'react'
import type { CertificateKey } from '../translations.ts'
import { useCertificateWords } from './use-certificate-words.ts'

type Props = Pick<TextFieldClientProps, 'field' | 'path' | 'readOnly'> & {
  choices: readonly CertificateKey[]
}

export const OrientationField: TextFieldClientComponent = (props) => (
  <Choice {...props} choices={['landscape', 'portrait']} />
)

export const NamingField: TextFieldClientComponent = (props) => (
  <Choice {...props} choices={['each', 'together']} />
)

/** A text that is one of a few words; each word is shown by the text of the same name. */
function Choice({ field, path, readOnly, choices }: Props) {
  const { say } = useCertificateWords()
  const { value, setValue, showError, disabled } = useField<string>({ path })
  const styles = useMemo(() => mergeFieldStyles(field), [field])
  return (
    <SelectInput
      isClearable={false}
      label={field.label}
      name={field.name}
      onChange={(option) => {
        if (option && !Array.isArray(option)) setValue(option.value)
      }}
      options={choices.map((one) => ({ value: one, label: say(one) }))}
      path={path ?? field.name}
      placeholder={say('choose')}
      readOnly={readOnly || disabled}
      required
      showError={showError}
      style={styles}
      value={value}
    />
  )
}
