'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useId, useState, type ReactNode } from 'react'
import { Refused } from './Refused.tsx'
import { useAct } from './use-act.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useOverview } from './use-round.ts'

/** In a dialog: opens a draft. */
export function OpenForm({ slug }: { slug: string }) {
  const { say } = useJudgingWords()
  const { closeModal } = useModal()
  const { base, reload } = useOverview()
  const { act, busy, refused } = useAct({ base, reload })
  const go = async () => {
    if (await act('open', {})) closeModal(slug)
  }
  return (
    <StepForm busy={busy} go={go} label={say('open')} refused={refused} slug={slug}>
      <p className="house-dialog__hint">{say('openNote')}</p>
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

/** In a dialog: moves the end of a round to a later time. */
export function ExtendForm({ slug }: { slug: string }) {
  const { say } = useJudgingWords()
  const { closeModal } = useModal()
  const { base, reload } = useOverview()
  const { act, busy, refused } = useAct({ base, reload })
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const id = useId()
  const go = async () => {
    if (await act('extend', { to: `${to}:00+08:00`, reason })) closeModal(slug)
  }
  return (
    <StepForm
      busy={busy || !to || !reason.trim()}
      go={go}
      label={say('extend')}
      refused={refused}
      slug={slug}
    >
      <p className="house-dialog__hint">{say('extendNote')}</p>
      <div>
        <label htmlFor={`${id}-to`}>{say('extendTo')}</label>
        <input
          data-autofocus
          id={`${id}-to`}
          onChange={(event) => setTo(event.target.value)}
          type="datetime-local"
          value={to}
        />
      </div>
      <div>
        <label htmlFor={`${id}-reason`}>{say('reason')}</label>
        <textarea
          id={`${id}-reason`}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
          value={reason}
        />
      </div>
    </StepForm>
  )
}

type Props = {
  slug: string
  label: string
  busy: boolean
  refused: string | undefined
  go: () => Promise<void>
  children: ReactNode
}

export function StepForm({ slug, label, busy, refused, go, children }: Props) {
  const { say } = useJudgingWords()
  const { closeModal } = useModal()
  return (
    <>
      <Refused>{refused}</Refused>
      {children}
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={() => closeModal(slug)} type="button">
          {say('cancel')}
        </Button>
        <Button disabled={busy} id="judging-step-go" onClick={() => void go()} type="button">
          {label}
        </Button>
      </div>
    </>
  )
}
