'use client'
import { Button, useFormModified, useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import type { Finding } from '../../../domain/rules/index.ts'
import type { Desk, DeskAction } from './desk-types.ts'
import { FindingLines } from './Findings.tsx'
import { useReviewWords } from './use-review-words.ts'
import { useStep } from './use-step.ts'

type Props = { action: DeskAction; desk: Desk; title: string; findings: readonly Finding[] }

export const stepDialogSlug = (action: string) => `step-${action}`

/** The dialog of one step: what it does in words, the reason, and the server's answer where it refuses. */
export function StepDialog({ action, desk, title, findings }: Props) {
  const { say, pick } = useReviewWords()
  return (
    <Dialog
      slug={stepDialogSlug(action.action)}
      title={say('stepTitle', { action: pick(action.label), title })}
    >
      <StepForm action={action} desk={desk} findings={findings} />
    </Dialog>
  )
}

function StepForm({ action, desk, findings }: Omit<Props, 'title'>) {
  const { say, pick } = useReviewWords()
  const { closeModal } = useModal()
  const modified = useFormModified()
  const takeStep = useStep()
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<{ message: string; findings: Finding[] } | null>(null)
  const [working, setWorking] = useState(false)
  const id = useId()
  const close = () => closeModal(stepDialogSlug(action.action))
  const blocking = action.checksRules ? findings.filter((one) => one.severity === 'blocking') : []

  const confirm = async () => {
    if (action.needsReason && reason.trim() === '') {
      setRefused({ message: say('reasonMissing'), findings: [] })
      return document.getElementById(id)?.focus()
    }
    setWorking(true)
    const why = await takeStep({ action, from: desk.status.value, reason: reason.trim() })
    setWorking(false)
    if (why) setRefused(why)
    else close()
  }

  return (
    <>
      <p>{say('fromTo', { from: pick(desk.status.label), to: pick(action.toLabel) })}</p>
      {modified && <p className="house-dialog__hint">{say('unsavedFirst')}</p>}
      {blocking.length > 0 && !refused && (
        <div>
          <p className="house-dialog__refusal">{say('mustMend', { count: blocking.length })}</p>
          <FindingLines findings={blocking} onJump={close} />
        </div>
      )}
      {refused && (
        <div role="alert">
          <p className="house-dialog__refusal">{refused.message}</p>
          <FindingLines findings={refused.findings} onJump={close} />
        </div>
      )}
      <div>
        <label htmlFor={id}>{say(action.needsReason ? 'reasonRequired' : 'reasonOptional')}</label>
        <textarea
          aria-describedby={`${id}-hint`}
          aria-required={action.needsReason}
          data-autofocus
          id={id}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void confirm()
          }}
          value={reason}
        />
        <span className="house-dialog__hint" id={`${id}-hint`}>
          {say('reasonHint')}
        </span>
      </div>
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" disabled={working} onClick={close} type="button">
          {say('cancel')}
        </Button>
        <Button disabled={working} id="step-confirm" onClick={() => void confirm()} type="button">
          {working ? say('working') : pick(action.label)}
        </Button>
      </div>
    </>
  )
}
