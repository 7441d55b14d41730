'use client'
import { Button, useModal } from '@payloadcms/ui'
import type { Finding } from '../../../domain/rules/index.ts'
import type { Desk, DeskAction } from './desk-types.ts'
import { StepDialog, stepDialogSlug } from './StepDialog.tsx'
import { useReviewWords } from './use-review-words.ts'

type Props = { desk: Desk; title: string; findings: readonly Finding[] }

const forward = ['submit', 'recommend', 'accept', 'publish', 'reopen']

/** The steps that this person may take now, the day's work first and highlighted. */
export function Steps({ desk, title, findings }: Props) {
  const { say, pick } = useReviewWords()
  const { openModal } = useModal()
  const { actions, refused } = desk
  const [primary] = actions.filter(({ duty }) => duty)
  const ordered = [...actions].sort((a, b) => rank(a, primary) - rank(b, primary))
  return (
    <section className="desk-part">
      {actions.length > 0 && <h4 className="desk-part__title">{say('steps')}</h4>}
      {actions.length === 0 && refused.length === 0 && (
        <p className="desk-part__hint">{say('nothingToDo')}</p>
      )}
      {refused.map(({ action, message }) => (
        <p className="desk-part__refused" key={action}>
          {pick(message)}
        </p>
      ))}
      <div className="desk-steps">
        {ordered.map((action) => (
          <Button
            buttonStyle={action === primary ? 'primary' : 'secondary'}
            className={`desk-step desk-step--${forward.includes(action.action) ? 'on' : 'back'}`}
            id={`step-${action.action}-button`}
            key={action.action}
            margin={false}
            onClick={() => openModal(stepDialogSlug(action.action))}
            size="medium"
            type="button"
          >
            {pick(action.label)}
          </Button>
        ))}
      </div>
      {actions.map((action) => (
        <StepDialog
          action={action}
          desk={desk}
          findings={findings}
          key={action.action}
          title={title}
        />
      ))}
    </section>
  )
}

function rank(action: DeskAction, primary: DeskAction | undefined): number {
  if (action === primary) return 0
  return forward.includes(action.action) ? 1 : 2
}
