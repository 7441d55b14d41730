'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { send } from '../../../admin/elements/send.ts'
import { roundSteps, type RoundAction } from '../../../domain/voting/rounds.ts'
import type { VotingKey } from '../translations.ts'
import { useLive } from './use-live.ts'
import { useVotingWords } from './use-voting-words.ts'

const notes = {
  open: 'openNote',
  pause: 'pauseNote',
  resume: 'resumeNote',
  close: 'closeNote',
} as const satisfies Record<RoundAction, VotingKey>

/** In a dialog: what a step means, why it is taken, and the button that takes it. */
export function StepForm({ action, slug }: { action: RoundAction; slug: string }) {
  const { say, language } = useVotingWords()
  const { closeModal } = useModal()
  const { base, live, reload } = useLive()
  const router = useRouter()
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const id = useId()
  const { needsReason } = roundSteps[action]
  const go = async () => {
    setBusy(true)
    const body = { reason: reason || null, expectedState: live?.state }
    const sent = await send(`${base}/${action}`, body, language)
    setBusy(false)
    void reload()
    if (!sent.ok) return setRefused(sent.message || say('noAnswer'))
    closeModal(slug)
    router.refresh()
  }
  return (
    <>
      {refused && (
        <p className="house-dialog__refusal" role="alert">
          {refused}
        </p>
      )}
      <p className="house-dialog__hint">{say(notes[action])}</p>
      <div>
        <label htmlFor={id}>{say(needsReason ? 'reason' : 'remark')}</label>
        <textarea
          data-autofocus
          id={id}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
          value={reason}
        />
      </div>
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={() => closeModal(slug)} type="button">
          {say('cancel')}
        </Button>
        <Button
          disabled={busy || (needsReason && !reason.trim())}
          id="round-step-go"
          onClick={() => void go()}
          type="button"
        >
          {say(action)}
        </Button>
      </div>
    </>
  )
}
