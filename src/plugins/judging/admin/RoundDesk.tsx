'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { LockDesk } from './LockDesk.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { Sentences } from './Sentences.tsx'
import { StateWords } from './StateWords.tsx'
import { ExtendForm, OpenForm, ResumeForm } from './StepForms.tsx'
import { useJudgingWords } from './use-judging-words.ts'
import { useOverview } from './use-round.ts'
import './judging.scss'

const allSteps = ['open', 'pause', 'resume', 'extend'] as const
const dialog = 'judging-round-step'

/** Beside a round: its state, what may be done to it, its rules in words, and its lock. */
export function RoundDesk() {
  const { say } = useJudgingWords()
  const { openModal } = useModal()
  const { base, overview, failed } = useOverview()
  const [step, setStep] = useState<(typeof allSteps)[number] | null>(null)
  if (base === null) return <p className="judging-round-desk__hint">{say('saveFirst')}</p>
  if (!overview) {
    return <p className="judging-round-desk__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
  }
  const { shown, window, may, pause } = overview
  const steps = allSteps.filter((one) => may[one])
  const isBefore = shown === 'draft' || shown === 'waiting'
  return (
    <section className="judging-round-desk">
      <div aria-live="polite">
        <StateWords shown={shown} />
      </div>
      {window && (
        <p className="judging-round-desk__hint">
          {isBefore
            ? say('begins', { at: beijingTime(window.from) })
            : say('ends', { at: beijingTime(window.to) })}
        </p>
      )}
      {pause && (
        <p className="judging-round-desk__warnings">
          {say('paused', { at: beijingTime(pause.at), reason: pause.reason })}
        </p>
      )}
      {steps.length > 0 && (
        <div className="judging-round-desk__steps">
          {steps.map((one) => (
            <Button
              buttonStyle={one === 'open' ? 'primary' : 'secondary'}
              id={`judging-${one}`}
              key={one}
              margin={false}
              onClick={() => {
                setStep(one)
                openModal(dialog)
              }}
              size="small"
              type="button"
            >
              {say(one)}
            </Button>
          ))}
        </div>
      )}
      <LockDesk />
      <Sentences list={overview.rules} title={say('rules')} />
      <Sentences list={overview.awardRules} title={say('awardRules')} />
      {overview.warnings.length > 0 && (
        <div className="judging-round-desk__warnings">
          <Sentences list={overview.warnings} title={say('warnings')} />
        </div>
      )}
      <Dialog slug={dialog} title={step && say(step)}>
        {step === 'open' && <OpenForm slug={dialog} />}
        {step === 'pause' && (
          <ReasonForm label="pause" note="pauseNote" path="pause" slug={dialog} />
        )}
        {step === 'resume' && <ResumeForm slug={dialog} />}
        {step === 'extend' && <ExtendForm slug={dialog} />}
      </Dialog>
    </section>
  )
}
