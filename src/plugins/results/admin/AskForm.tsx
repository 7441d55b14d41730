'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { ProposalKind } from '../../../domain/results/proposals.ts'
import { useResultsWords } from './use-results-words.ts'

type Props = {
  kind: ProposalKind
  /** Gives a refusal in words, or null. */
  onAsk: (body: object) => Promise<string | null>
  onClose: () => void
}

/** In a dialog: what is asked for, and of a correction why and when it is shown. */
export function AskForm({ kind, onAsk, onClose }: Props) {
  const { say } = useResultsWords()
  const [given, setGiven] = useState({ reason: '', from: '', to: '', names: false })
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const isCorrection = kind === 'correct'
  const isReady = !isCorrection || Boolean(given.reason.trim() && given.from && given.to)
  const go = async () => {
    setBusy(true)
    const { reason, from, to, names } = given
    const body = isCorrection ? { reason, from: inBeijing(from), to: inBeijing(to), names } : {}
    const no = await onAsk(body)
    setBusy(false)
    if (no) return setRefused(no)
    onClose()
  }
  const moment = (name: 'from' | 'to') => (
    <div>
      <label htmlFor={`${id}-${name}`}>{say(name)}</label>
      <input
        id={`${id}-${name}`}
        onChange={(event) => setGiven({ ...given, [name]: event.target.value })}
        type="datetime-local"
        value={given[name]}
      />
    </div>
  )
  return (
    <>
      {refused && (
        <p className="house-dialog__refusal" role="alert">
          {refused}
        </p>
      )}
      <p className="house-dialog__hint">{say(`${kind}Note`)}</p>
      {isCorrection && (
        <>
          <div>
            <label htmlFor={`${id}-reason`}>{say('reason')}</label>
            <textarea
              data-autofocus
              id={`${id}-reason`}
              maxLength={2000}
              onChange={(event) => setGiven({ ...given, reason: event.target.value })}
              value={given.reason}
            />
          </div>
          {moment('from')}
          {moment('to')}
          <label className="result-desk__check">
            <input
              checked={given.names}
              onChange={(event) => setGiven({ ...given, names: event.target.checked })}
              type="checkbox"
            />
            {say('names')}
          </label>
        </>
      )}
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={onClose} type="button">
          {say('cancel')}
        </Button>
        <Button
          disabled={busy || !isReady}
          id="result-ask-go"
          onClick={() => void go()}
          type="button"
        >
          {say(kind)}
        </Button>
      </div>
    </>
  )
}

// What the field says is Beijing time, whatever the zone of the machine.
const inBeijing = (local: string) => new Date(`${local}:00+08:00`).toISOString()
