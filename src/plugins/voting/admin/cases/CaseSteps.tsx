'use client'
import { Button, toast, useDocumentInfo, useForm, useFormModified, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Dialog } from '../../../../admin/elements/Dialog.tsx'
import { send } from '../../../../admin/elements/send.ts'
import { caseSteps, type CaseAction, type CaseState } from '../../../../domain/voting/cases.ts'
import { useCaseWords } from './use-case.ts'

type Props = {
  address: string
  state: CaseState
  steps: CaseAction[]
  votes: number | null
  onDone: () => Promise<unknown>
}

const slugOf = (action: CaseAction) => `vote-case-${action}`

/** What may be done to the case now, each asked once more before it is done. */
export function CaseSteps(props: Props) {
  const { say } = useCaseWords()
  const { openModal } = useModal()
  const { state, steps } = props
  const take = useStep(props)
  const [busy, setBusy] = useState(false)
  const refresh = async () => {
    setBusy(true)
    const refused = await take('refresh', '')
    setBusy(false)
    if (refused) toast.error(refused)
  }
  return (
    <div className="vote-case__acts">
      {state === 'proposed' && !steps.includes('approve') && (
        <p className="vote-case__hint">{say('waitingForOther')}</p>
      )}
      {steps.map((action) =>
        action === 'refresh' ? (
          <Button
            buttonStyle="secondary"
            disabled={busy}
            key={action}
            onClick={() => void refresh()}
            size="small"
            type="button"
          >
            {say(action)}
          </Button>
        ) : (
          <Button
            buttonStyle={action === 'dismiss' ? 'secondary' : 'primary'}
            key={action}
            onClick={() => openModal(slugOf(action))}
            size="small"
            type="button"
          >
            {say(action)}
          </Button>
        ),
      )}
      {steps
        .filter((action) => action !== 'refresh')
        .map((action) => (
          <Dialog key={action} slug={slugOf(action)} title={say(action)}>
            <Asking action={action} take={take} votes={props.votes} />
          </Dialog>
        ))}
    </div>
  )
}

type Take = (action: CaseAction, reason: string) => Promise<string | null>

function Asking({
  action,
  take,
  votes,
}: {
  action: Exclude<CaseAction, 'refresh'>
  take: Take
  votes: number | null
}) {
  const { say } = useCaseWords()
  const { closeModal } = useModal()
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const { needsReason } = caseSteps[action]
  const go = async () => {
    setBusy(true)
    const why = await take(action, reason.trim())
    setBusy(false)
    setRefused(why)
    if (!why) closeModal(slugOf(action))
  }
  return (
    <>
      {refused && (
        <p className="house-dialog__refusal" role="alert">
          {refused}
        </p>
      )}
      <p className="house-dialog__hint">{say(`${action}Note`, { votes: votes ?? 0 })}</p>
      <div>
        <label htmlFor={id}>{say(needsReason ? 'reasonNeeded' : 'reason')}</label>
        <textarea
          data-autofocus
          id={id}
          maxLength={2_000}
          onChange={(event) => setReason(event.target.value)}
          rows={4}
          value={reason}
        />
      </div>
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={() => closeModal(slugOf(action))} type="button">
          {say('cancel')}
        </Button>
        <Button
          disabled={busy || (needsReason && reason.trim() === '')}
          onClick={() => void go()}
          type="button"
        >
          {say(action)}
        </Button>
      </div>
    </>
  )
}

// Saves first what is unsaved: what is counted and proposed is what the reader sees.
function useStep({ address, state, onDone }: Props): Take {
  const { language, say } = useCaseWords()
  const { getDocPermissions } = useDocumentInfo()
  const { submit } = useForm()
  const modified = useFormModified()
  const router = useRouter()
  return async (action, reason) => {
    if (modified) {
      const saved = await submit<Response, Record<string, unknown>>({ disableSuccessStatus: true })
      if (!saved?.res.ok) return say('saveFailed')
    }
    const body = { reason: reason || undefined, expectedState: state }
    const sent = await send(`${address}/${action}`, body, language)
    void onDone()
    if (!sent.ok) return sent.status === 0 ? say('noAnswer') : sent.message
    toast.success(say('done', { action: say(action) }))
    if (action !== 'refresh') {
      void getDocPermissions()
      router.refresh()
    }
    return null
  }
}
