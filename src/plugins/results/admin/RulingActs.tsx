'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { send } from '../../../admin/elements/send.ts'
import { objectionSteps } from '../../../domain/results/objections.ts'
import type { ObjectionDeskAnswer } from '../objections/endpoints.ts'
import { useResultsWords } from './use-results-words.ts'

const dialog = 'objection-step'

type Action = ObjectionDeskAnswer['steps'][number]
type Props = { base: string; desk: ObjectionDeskAnswer; onDone: () => Promise<unknown> }

/** What may be done to an objection now; a ruling says why, and what becomes of the award. */
export function RulingActs({ base, desk, onDone }: Props) {
  const { say } = useResultsWords()
  const { openModal } = useModal()
  const [action, setAction] = useState<Action | null>(null)
  if (desk.steps.length === 0) return null
  return (
    <div className="result-desk__acts">
      {desk.steps.map((step) => (
        <Button
          buttonStyle={step === 'accept' || step === 'uphold' ? 'primary' : 'secondary'}
          id={`objection-${step}`}
          key={step}
          margin={false}
          onClick={() => {
            setAction(step)
            openModal(dialog)
          }}
          size="small"
          type="button"
        >
          {say(step)}
        </Button>
      ))}
      <Dialog slug={dialog} title={action && say(action)}>
        {action && <RulingForm action={action} base={base} desk={desk} onDone={onDone} />}
      </Dialog>
    </div>
  )
}

function RulingForm({ action, base, desk, onDone }: Props & { action: Action }) {
  const { say, pick, language } = useResultsWords()
  const { closeModal } = useModal()
  const router = useRouter()
  const [reason, setReason] = useState('')
  const [effect, setEffect] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const { needsReason } = objectionSteps[action]
  const nameOf = (level: string | null) => {
    const name = level === null ? undefined : desk.levels[level]
    return name ? pick(name) : (level ?? say('noAward'))
  }
  const asksEffect = action === 'uphold' && desk.previews !== null
  const go = async () => {
    setBusy(true)
    const expectedState = desk.doc.state
    const body = {
      expectedState,
      ...(needsReason ? { reason } : {}),
      ...(asksEffect ? { effect } : {}),
    }
    const sent = await send(`${base}/${action}`, body, language)
    setBusy(false)
    await onDone()
    if (!sent.ok) return setRefused(sent.message || say('noAnswer'))
    closeModal(dialog)
    router.refresh()
  }
  return (
    <>
      {refused && (
        <p className="house-dialog__refusal" role="alert">
          {refused}
        </p>
      )}
      {asksEffect && (
        <fieldset className="result-desk__effects">
          <legend>{say('effect')}</legend>
          {Object.entries(desk.previews!).map(([one, changes]) => (
            <label key={one}>
              <input
                checked={effect === one}
                name={`${id}-effect`}
                onChange={() => setEffect(one)}
                type="radio"
              />
              {say(one as 'keep')}
              {changes.map(({ entry, before, after }) => (
                <small key={entry}>
                  {say('becomes', {
                    ...{ entry, before: nameOf(before), after: nameOf(after) },
                  })}
                </small>
              ))}
            </label>
          ))}
        </fieldset>
      )}
      {needsReason && (
        <div>
          <label htmlFor={id}>{say('rulingReason')}</label>
          <textarea
            data-autofocus
            id={id}
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
            value={reason}
          />
        </div>
      )}
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={() => closeModal(dialog)} type="button">
          {say('cancel')}
        </Button>
        <Button
          disabled={busy || (needsReason && !reason.trim()) || (asksEffect && !effect)}
          id="objection-step-go"
          onClick={() => void go()}
          type="button"
        >
          {say(action)}
        </Button>
      </div>
    </>
  )
}
