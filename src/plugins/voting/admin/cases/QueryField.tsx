'use client'
import { beijingAhead } from '../../../../domain/beijing-time.ts'
import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useId } from 'react'
import type { CaseQuery } from '../../../../domain/voting/cases.ts'
import type { CaseText } from './case-texts.ts'
import { useCaseWords } from './use-case.ts'
import './cases.scss'

type Name = keyof CaseQuery
type Input = { name: Name; label: CaseText; type: 'text' | 'number' | 'datetime-local' }

const inputs: Input[] = [
  { name: 'entry', label: 'qEntry', type: 'text' },
  { name: 'from', label: 'qFrom', type: 'datetime-local' },
  { name: 'to', label: 'qTo', type: 'datetime-local' },
  { name: 'sharedBy', label: 'qSharedBy', type: 'number' },
  { name: 'youngerThanHours', label: 'qYounger', type: 'number' },
  { name: 'network', label: 'qNetwork', type: 'text' },
  { name: 'device', label: 'qDevice', type: 'text' },
  { name: 'participants', label: 'qParticipants', type: 'text' },
]

/** Which votes a case is about, as a form; stored is the query as data. */
export const QueryField: JSONFieldClientComponent = ({ path, readOnly }) => {
  const { say } = useCaseWords()
  const { value, setValue, showError, disabled } = useField<CaseQuery | null>({ path })
  const id = useId()
  const query = (value ?? {}) as Record<string, unknown>
  const put = (name: Name, given: unknown) => {
    const { [name]: _, ...rest } = query
    setValue(given === null ? rest : { ...rest, [name]: given })
  }
  return (
    <fieldset className={`field-type vote-query ${showError ? 'error' : ''}`}>
      <FieldLabel as="h3" label={say('query')} path={path} required />
      <FieldError path={path} showError={showError} />
      <p className="vote-case__hint">{say('queryHint')}</p>
      <div className="vote-query__inputs">
        {inputs.map(({ name, label, type }) => (
          <div key={name}>
            <label htmlFor={`${id}-${name}`}>{say(label)}</label>
            <input
              disabled={readOnly || disabled}
              id={`${id}-${name}`}
              max={type === 'datetime-local' ? '9999-12-31T23:59:59' : undefined}
              min={type === 'number' ? 1 : undefined}
              onChange={(event) => put(name, read(name, type, event.target.value))}
              step={type === 'datetime-local' ? 1 : undefined}
              type={type}
              value={shown(type, query[name])}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function shown(type: Input['type'], value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (type !== 'datetime-local') return String(value)
  const at = Date.parse(String(value))
  // To the millisecond where the query says so: the end of a group is that exact.
  return Number.isNaN(at)
    ? ''
    : new Date(at + beijingAhead).toISOString().slice(0, at % 1000 ? 23 : 19)
}

// What is no number or no time yet stays as it is typed, and the server says what is wrong with it.
function read(name: Name, type: Input['type'], text: string): unknown {
  if (text.trim() === '') return null
  if (type === 'number') return Number(text)
  if (type === 'datetime-local') {
    const at = Date.parse(`${text}Z`) - beijingAhead
    return Number.isNaN(at) ? text : new Date(at).toISOString()
  }
  if (name !== 'participants') return text.trim()
  return text
    .split(/[\s,，、]+/)
    .filter((one) => one !== '')
    .map((one) => (/^\d+$/.test(one) ? Number(one) : one))
}
