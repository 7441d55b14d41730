'use client'
import { useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { StepForm } from './StepForms.tsx'
import { useAct } from './use-act.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useOverview } from './use-round.ts'

/** In a dialog: stops a round for a while, with the reason that judges read. */
export function PauseForm({ slug }: { slug: string }) {
  const { say } = useJudgingWords()
  const { closeModal } = useModal()
  const { base, reload } = useOverview()
  const { act, busy, refused } = useAct({ base, reload })
  const [reason, setReason] = useState('')
  const id = useId()
  const go = async () => {
    if (await act('pause', { reason })) closeModal(slug)
  }
  return (
    <StepForm
      busy={busy || !reason.trim()}
      go={go}
      label={say('pause')}
      refused={refused}
      slug={slug}
    >
      <p className="house-dialog__hint">{say('pauseNote')}</p>
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

/** In a dialog: lets a paused round go on. */
export function ResumeForm({ slug }: { slug: string }) {
  const { say } = useJudgingWords()
  const { closeModal } = useModal()
  const { base, reload } = useOverview()
  const { act, busy, refused } = useAct({ base, reload })
  const go = async () => {
    if (await act('resume', {})) closeModal(slug)
  }
  return (
    <StepForm busy={busy} go={go} label={say('resume')} refused={refused} slug={slug}>
      <p className="house-dialog__hint">{say('resumeNote')}</p>
    </StepForm>
  )
}
