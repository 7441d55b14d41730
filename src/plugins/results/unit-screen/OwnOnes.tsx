'use client'
import { Button, toast, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingEnd, beijingTime } from '../../../domain/beijing-time.ts'
import { signsOf } from '../../../admin/elements/signs.ts'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { send } from '../../../admin/elements/send.ts'
import type { OwnObjection } from '../../../database/results/own-objections.ts'
import { isHandled } from '../../../domain/results/objections.ts'
import { Chip } from '../admin/Chip.tsx'
import { toneOf } from '../admin/StateCell.tsx'
import { useResultsWords } from '../admin/use-results-words.ts'

const dialog = 'objection-take-back'

type Props = {
  api: string
  filed: readonly OwnObjection[]
  titles: Readonly<Record<string, string>>
  onDone: () => Promise<unknown>
}

/** The objections of a unit, how each stands, and the ruling on it. */
export function OwnOnes({ api, filed, titles, onDone }: Props) {
  const { say, language } = useResultsWords()
  const { openModal, closeModal } = useModal()
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  if (filed.length === 0) return <p>{say('noOwn')}</p>
  const takeBack = async () => {
    setBusy(true)
    const sent = await send(`${api}/take-back`, { number: chosen }, language)
    setBusy(false)
    closeModal(dialog)
    if (sent.ok) toast.success(say('takenBack', { number: chosen! }))
    else toast.error(sent.message || say('noAnswer'))
    await onDone()
  }
  return (
    <>
      <ul className="unit-objections__cards">
        {filed.map((one) => (
          <OwnOne
            key={one.number}
            onTakeBack={() => {
              setChosen(one.number)
              openModal(dialog)
            }}
            shown={one}
            title={titles[one.result] ?? one.result}
          />
        ))}
      </ul>
      <Dialog slug={dialog} title={`${say('takeBack')} ${chosen}`}>
        <p className="house-dialog__hint">{say('takeBackNote')}</p>
        <div className="house-dialog__actions">
          <Button buttonStyle="secondary" onClick={() => closeModal(dialog)} type="button">
            {say('cancel')}
          </Button>
          <Button
            disabled={busy}
            id="objection-take-back-go"
            onClick={() => void takeBack()}
            type="button"
          >
            {say('takeBack')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}

type OneProps = { shown: OwnObjection; title: string; onTakeBack: () => void }

function OwnOne({ shown, title, onTakeBack }: OneProps) {
  const { say, pick, language } = useResultsWords()
  const signs = signsOf(language)
  const { number, state, stateText, entry, ground, evidence, filedAt, dueAt, ruling, effect } =
    shown
  const named = evidence.map(({ name, link, file }) => link ?? (name || String(file)))
  return (
    <li>
      <strong>{number}</strong>
      <Chip tone={toneOf(state)}>{pick(stateText)}</Chip>
      <span>
        {title} · {entry ?? say('wholeList')}
      </span>
      <span>{say('filedAt', { at: beijingTime(filedAt) })}</span>
      {dueAt && <span>{say('dueBy', { at: beijingEnd(dueAt) })}</span>}
      <p>{ground}</p>
      {named.length > 0 && (
        <p>
          {say('evidence')}
          {signs.colon}
          {named.join(signs.semicolon)}
        </p>
      )}
      {ruling && (
        <p>
          <strong>
            {say('ruling')}
            {signs.colon}
          </strong>
          {effect && `${say(effect)}${signs.semicolon}`}
          {ruling}
        </p>
      )}
      {!isHandled(state) && (
        <Button
          buttonStyle="secondary"
          id={`take-back-${number}`}
          margin={false}
          onClick={onTakeBack}
          size="small"
          type="button"
        >
          {say('takeBack')}
        </Button>
      )}
    </li>
  )
}
