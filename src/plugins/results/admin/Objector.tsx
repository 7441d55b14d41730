'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { send } from '../../../admin/elements/send.ts'
import { useResultsWords } from './use-results-words.ts'

const dialog = 'objector-unmask'

type Seen = { name: string | null; contact: string | null; unit: string | null }

/** Who objects, in clear, for a reason that is noted; gone when the page is left. */
export function Objector({ base, onSeen }: { base: string; onSeen: () => Promise<unknown> }) {
  const { say, language } = useResultsWords()
  const { openModal, closeModal } = useModal()
  const [seen, setSeen] = useState<Seen | null>(null)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const id = useId()
  const go = async () => {
    const sent = await send<Seen>(`${base}/objector`, { reason }, language)
    if (!sent.ok) return setRefused(sent.message || say('noAnswer'))
    setSeen(sent.body)
    closeModal(dialog)
    void onSeen()
  }
  if (seen) return <b> {[seen.unit, seen.name, seen.contact].filter(Boolean).join(' · ')}</b>
  return (
    <>
      <Button
        buttonStyle="secondary"
        id="objector-unmask"
        margin={false}
        onClick={() => openModal(dialog)}
        size="small"
        type="button"
      >
        {say('unmask')}
      </Button>
      <Dialog slug={dialog} title={say('unmask')}>
        {refused && (
          <p className="house-dialog__refusal" role="alert">
            {refused}
          </p>
        )}
        <p className="house-dialog__hint">{say('sealedNote')}</p>
        <div>
          <label htmlFor={id}>{say('unmaskReason')}</label>
          <textarea
            data-autofocus
            id={id}
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
            value={reason}
          />
        </div>
        <div className="house-dialog__actions">
          <Button buttonStyle="secondary" onClick={() => closeModal(dialog)} type="button">
            {say('cancel')}
          </Button>
          <Button
            disabled={!reason.trim()}
            id="objector-unmask-go"
            onClick={() => void go()}
            type="button"
          >
            {say('unmask')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
