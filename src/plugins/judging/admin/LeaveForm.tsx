'use client'
import { useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { StepForm } from './StepForms.tsx'
import { useAct } from './use-act.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useOverview } from './use-round.ts'

/** In a dialog: why a judge leaves a round that runs. */
export function LeaveForm({ judge, slug }: { judge: number; slug: string }) {
  const { say } = useJudgingWords()
  const { closeModal } = useModal()
  const { base, reload } = useOverview()
  const { act, busy, refused } = useAct({ base, reload })
  const [reason, setReason] = useState('')
  const id = useId()
  const go = async () => {
    if (await act('panel', { remove: [judge], reason })) closeModal(slug)
  }
  return (
    <StepForm
      busy={busy || !reason.trim()}
      go={go}
      label={say('remove')}
      refused={refused}
      slug={slug}
    >
      <p className="house-dialog__hint">{say('removeNote')}</p>
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
