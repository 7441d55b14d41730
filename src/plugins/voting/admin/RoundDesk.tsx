'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import type { RoundAction } from '../../../domain/voting/rounds.ts'
import { ProposalPanel } from './ProposalPanel.tsx'
import { StateWords } from './StateWords.tsx'
import { StepForm } from './StepForm.tsx'
import { useLive } from './use-live.ts'
import { useVotingWords } from './use-voting-words.ts'
import './voting.scss'

const dialog = 'vote-round-step'

/** Beside a round: its state, what may be done to it, its rules in words, and a change that waits. */
export function RoundDesk() {
  const { say, pick } = useVotingWords()
  const { openModal } = useModal()
  const { base, live, failed } = useLive()
  const [action, setAction] = useState<RoundAction | null>(null)
  if (base === null) return <p className="round-desk__hint">{say('saveFirst')}</p>
  if (!live) return <p className="round-desk__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
  const { standing, away } = live.candidates
  return (
    <section className="round-desk">
      <div aria-live="polite" className="round-desk__state">
        <StateWords shown={live.shown} />
      </div>
      {live.may.steps.length > 0 && (
        <div className="round-desk__steps">
          {live.may.steps.map((step) => (
            <Button
              buttonStyle={step === 'open' || step === 'resume' ? 'primary' : 'secondary'}
              id={`round-${step}`}
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
        </div>
      )}
      <p className="round-desk__hint">
        {say('candidates', { standing })}
        {away > 0 && say('away', { away })}
      </p>
      <h3>{say('rules')}</h3>
      <ul className="round-desk__rules">
        {live.rules.map((sentence) => (
          <li key={sentence.zh}>{pick(sentence)}</li>
        ))}
      </ul>
      {live.warnings.length > 0 && (
        <div className="round-desk__warnings">
          <h3>{say('warnings')}</h3>
          <ul className="round-desk__rules">
            {live.warnings.map((sentence) => (
              <li key={sentence.zh}>{pick(sentence)}</li>
            ))}
          </ul>
        </div>
      )}
      <ProposalPanel />
      <Dialog slug={dialog} title={action && say(action)}>
        {action && <StepForm action={action} slug={dialog} />}
      </Dialog>
    </section>
  )
}
