'use client'
import { Button } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { CaseSteps } from './CaseSteps.tsx'
import { Evidence } from './Evidence.tsx'
import { useCase, useCaseWords } from './use-case.ts'
import './cases.scss'

/** On a case: the votes it is about, in numbers and by a sample, and what may be done. */
export const CaseDesk: UIFieldClientComponent = () => {
  const { say } = useCaseWords()
  const { address, data, failed, reload } = useCase()
  if (!address) return <p className="vote-case__hint">{say('saveFirst')}</p>
  if (!data) {
    return (
      <section aria-busy={!failed} className="vote-case">
        <p className="vote-case__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
        {failed && (
          <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
            {say('retry')}
          </Button>
        )}
      </section>
    )
  }
  const { doc, steps } = data
  return (
    <section className="vote-case">
      <h3>{say('votesOf')}</h3>
      {doc.sample ? (
        <Evidence isFrozen={doc.state !== 'collecting'} sample={doc.sample} />
      ) : (
        <p className="vote-case__hint">{say('notCounted')}</p>
      )}
      <CaseSteps
        address={address}
        onDone={reload}
        state={doc.state}
        steps={steps}
        votes={doc.votes}
      />
    </section>
  )
}
