'use client'
import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { send } from '../../../admin/elements/send.ts'
import { roundChoices } from '../../../domain/judging/rounds.ts'
import type { Words } from '../../../domain/words.ts'
import type { NamedChange } from '../ranking/changes.ts'
import { Changes } from './Changes.tsx'
import { Refused } from './Refused.tsx'
import { triedBody, triedFields, type TriedField } from './tried-fields.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useRanking } from './use-round.ts'

type Answer = { changes: NamedChange[]; undecided: number; findings: Words[] }

/** Other weights, another method, other numbers of places: who would cross a line. Changes nothing. */
export function WhatIf() {
  const { say, pick, language } = useJudgingWords()
  const { data } = useDocumentInfo()
  const { base } = useRanking()
  const [given, setGiven] = useState<Record<string, string>>({})
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const id = useId()
  const saved = (data ?? {}) as Parameters<typeof triedFields>[0]
  const fields = triedFields(saved, given)
  const go = async () => {
    const body = triedBody(fields, given, saved.levels ?? [])
    setBusy(true)
    const sent = await send<Answer>(`${base}/what-if`, body, language)
    setBusy(false)
    setRefused(sent.ok ? undefined : sent.message || say('noAnswer'))
    setAnswer(sent.ok ? sent.body : null)
  }
  return (
    <details className="judging-board__more">
      <summary>{say('tryRules')}</summary>
      <p className="judging-round-desk__hint">{say('tryNote')}</p>
      <div className="judging-board__form">
        {fields.map((field) => (
          <div key={field.name}>
            <label htmlFor={`${id}${field.name}`}>
              {say(field.label, { name: field.of ?? '' })}
            </label>
            <Input
              field={field}
              id={`${id}${field.name}`}
              onChange={(value) => setGiven({ ...given, [field.name]: value })}
              value={given[field.name] ?? field.stands}
            />
          </div>
        ))}
      </div>
      <div className="judging-round-desk__steps">
        <Button
          disabled={busy}
          id="judging-try"
          margin={false}
          onClick={() => void go()}
          size="small"
          type="button"
        >
          {say('tryGo')}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => {
            setGiven({})
            setAnswer(null)
            setRefused(undefined)
          }}
          size="small"
          type="button"
        >
          {say('tryReset')}
        </Button>
      </div>
      <Refused>{refused}</Refused>
      {answer && (
        <>
          {answer.findings.map((one) => (
            <p className="judging-round-desk__warnings" key={one.zh}>
              {pick(one)}
            </p>
          ))}
          {answer.undecided > 0 && (
            <p className="judging-round-desk__warnings">
              {say('tryUndecided', { count: answer.undecided })}
            </p>
          )}
          <Changes changes={answer.changes} />
        </>
      )}
    </details>
  )
}

type InputProps = {
  field: TriedField
  id: string
  value: string
  onChange: (value: string) => void
}

function Input({ field, id, value, onChange }: InputProps) {
  const { pick } = useJudgingWords()
  if (field.name !== 'method') {
    return (
      <input
        id={id}
        min={0}
        onChange={(event) => onChange(event.target.value)}
        type="number"
        value={value}
      />
    )
  }
  return (
    <select id={id} onChange={(event) => onChange(event.target.value)} value={value}>
      {Object.entries(roundChoices.method).map(([key, name]) => (
        <option key={key} value={key}>
          {pick(name)}
        </option>
      ))}
    </select>
  )
}
