'use client'
import { Button, useConfig, useDocumentTitle, useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { send } from '../../../admin/elements/send.ts'
import { useEntry } from '../../../admin/elements/use-entry.ts'
import type { Verdict } from '../../../domain/likeness/words.ts'
import type { PairView } from '../pair-view.ts'
import { Side } from './Side.tsx'
import { useLikenesses, useLikenessWords } from './use-likenesses.ts'

export const pairSlug = (id: number) => `likeness-${id}`

/** Two works side by side, large, and what the reviewer says about them. */
export function PairDialog({ pair }: { pair: PairView }) {
  const { say, pick } = useLikenessWords()
  return (
    <Dialog slug={pairSlug(pair.id)} title={say('look', { what: pick(pair.words) })}>
      <Comparison pair={pair} />
      <VerdictForm pair={pair} />
    </Dialog>
  )
}

function Comparison({ pair }: { pair: PairView }) {
  const { say } = useLikenessWords()
  const { title } = useDocumentTitle()
  const { data } = useLikenesses()
  const { config } = useConfig()
  const { other, what } = pair
  const { seen } = other
  return (
    <div className="likeness-sides">
      <Side
        facts={[]}
        file={pair.file}
        heading={say('thisWork')}
        text={what === 'text' ? (data?.own.text ?? '') : null}
        title={title}
      />
      {seen ? (
        <Side
          address={`${config.routes.admin}/collections/${other.kind}/${seen.id}`}
          facts={[seen.unit, other.number, seen.year]}
          file={seen.file}
          heading={say('otherWork')}
          text={what === 'text' ? seen.text : null}
          title={seen.title}
        />
      ) : (
        <div className="likeness-side">
          <h3>{say('otherWork')}</h3>
          <p>{other.number}</p>
          <p className="house-dialog__hint">{say('hidden')}</p>
        </div>
      )}
    </div>
  )
}

function VerdictForm({ pair }: { pair: PairView }) {
  const { say, language } = useLikenessWords()
  const { closeModal } = useModal()
  const { address } = useEntry()
  const { reload } = useLikenesses()
  const [note, setNote] = useState(pair.note ?? '')
  const [refused, setRefused] = useState('')
  const [working, setWorking] = useState(false)
  const id = useId()

  const tell = async (verdict: Verdict) => {
    setWorking(true)
    const body = { verdict, note: note.trim() || undefined }
    const sent = await send(`${address}/likenesses/${pair.id}`, body, language)
    setWorking(false)
    if (!sent.ok) return setRefused(sent.status === 0 ? say('noAnswer') : sent.message)
    closeModal(pairSlug(pair.id))
    await reload()
  }

  return (
    <>
      {refused && (
        <p className="house-dialog__refusal" role="alert">
          {refused}
        </p>
      )}
      <div>
        <label htmlFor={id}>{say('note')}</label>
        <textarea
          aria-describedby={`${id}-hint`}
          className="likeness-note"
          id={id}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
          rows={2}
          value={note}
        />
        <span className="house-dialog__hint" id={`${id}-hint`}>
          {say('verdictHint')}
        </span>
      </div>
      <div className="house-dialog__actions">
        <Button
          buttonStyle="secondary"
          disabled={working}
          onClick={() => closeModal(pairSlug(pair.id))}
          type="button"
        >
          {say('cancel')}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={working}
          onClick={() => void tell('different')}
          type="button"
        >
          {say('different')}
        </Button>
        <Button disabled={working} onClick={() => void tell('same')} type="button">
          {say('same')}
        </Button>
      </div>
    </>
  )
}
