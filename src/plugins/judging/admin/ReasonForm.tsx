'use client'
import { useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { JudgingKey } from '../translations.ts'
import { StepForm } from './StepForms.tsx'
import { useAct } from './use-act.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useOverview } from './use-round.ts'

type Props = {
  slug: string
  /** What is done: the endpoint of the round, and what it is told beside the reason. */
  path: string
  body?: object
  label: JudgingKey
  note: JudgingKey
}

/** In a dialog: an act on a round that runs, and why. */
export function ReasonForm({ slug, path, body, label, note }: Props) {
  const { say } = useJudgingWords()
  const { closeModal } = useModal()
  const { base, reload } = useOverview()
  const { act, busy, refused } = useAct({ base, reload })
  const [reason, setReason] = useState('')
  const id = useId()
  const go = async () => {
    if (await act(path, { ...body, reason })) closeModal(slug)
  }
  return (
    <StepForm
      busy={busy || !reason.trim()}
      go={go}
      label={say(label)}
      refused={refused}
      slug={slug}
    >
      <p className="house-dialog__hint">{say(note)}</p>
      <div>
        <label htmlFor={id}>{say('reason')}</label>
        <textarea
          data-autofocus
          id={id}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
          value={reason}
        />
      </div>
    </StepForm>
  )
}
