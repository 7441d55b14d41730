'use client'
import { SelectInput, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientComponent, TextFieldClientProps } from 'payload'
import { useMemo } from 'react'
import type { VotingKey } from '../translations.ts'
import { useVotingWords } from './use-voting-words.ts'

type Props = Pick<TextFieldClientProps, 'field' | 'path' | 'readOnly'> & {
  choices: readonly VotingKey[]
}

export const PeriodField: TextFieldClientComponent = (props) => (
  <Choice {...props} choices={['day', 'rolling']} />
)

export const CountsField: TextFieldClientComponent = (props) => (
  <Choice {...props} choices={['live', 'daily', 'afterClose']} />
)

export const VotersField: TextFieldClientComponent = (props) => (
  <Choice {...props} choices={['participants', 'members']} />
)

export const CandidatesField: TextFieldClientComponent = (props) => (
  <Choice {...props} choices={['published', 'listed']} />
)

/** A text that is one of a few words; each word is shown by the text of the same name. */
function Choice({ field, path, readOnly, choices }: Props) {
  const { say } = useVotingWords()
  const { value, setValue, showError, disabled } = useField<string>({ path })
  const styles = useMemo(() => mergeFieldStyles(field), [field])
  const options = choices.map((one) => ({ value: one, label: say(one) }))
  if (value && !options.some((one) => one.value === value)) {
    options.push({ value: value as never, label: value })
  }
  return (
    <SelectInput
      isClearable={false}
      label={field.label}
      name={field.name}
      onChange={(option) => {
        if (option && !Array.isArray(option)) setValue(option.value)
      }}
      options={options}
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
