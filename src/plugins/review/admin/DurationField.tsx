'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { NumberFieldClient, NumberFieldClientComponent, StaticLabel } from 'payload'
import { useMemo, useState } from 'react'
import { formatDuration } from '../../../domain/characters.ts'
import { readDuration } from './duration.ts'
import { useReviewWords } from './use-review-words.ts'

/** A length in minutes and seconds; stored are seconds. */
export const DurationField: NumberFieldClientComponent = ({ field, path, readOnly }) => {
  const { say } = useReviewWords()
  return (
    <DurationInput
      field={field as NumberFieldClient}
      label={say('duration')}
      path={path}
      readOnly={readOnly}
    />
  )
}

type Props = {
  field: Omit<NumberFieldClient, 'type'>
  label?: StaticLabel
  path: string
  readOnly?: boolean
}

/** The input of a length, whatever field it belongs to. */
export function DurationInput({ field, label, path, readOnly }: Props) {
  const { say } = useReviewWords()
  const { value, setValue, showError, disabled } = useField<number | null>({ path })
  const [typed, setTyped] = useState<string | null>(null)
  const styles = useMemo(() => mergeFieldStyles({ ...field, type: 'number' }), [field])
  const wrong = typed !== null && typed.trim() !== '' && readDuration(typed) === null
  const text = typed ?? (typeof value === 'number' ? formatDuration(value) : '')
  const id = `field-${path.replaceAll('.', '__')}`
  const isWrong = showError || wrong
  return (
    <div className={`field-type number duration-field ${isWrong ? 'error' : ''}`} style={styles}>
      <FieldLabel htmlFor={id} label={label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError
          message={wrong ? say('durationWrong') : undefined}
          path={path}
          showError={isWrong}
        />
        <input
          disabled={readOnly || disabled}
          id={id}
          inputMode="numeric"
          maxLength={12}
          name={path}
          onBlur={() => !wrong && setTyped(null)}
          onChange={(event) => {
            setTyped(event.target.value)
            const seconds = readDuration(event.target.value)
            if (seconds !== null || event.target.value.trim() === '') setValue(seconds)
          }}
          placeholder="2:35"
          type="text"
          value={text}
        />
      </div>
      <FieldDescription description={say('durationHint')} path={path} />
    </div>
  )
}
