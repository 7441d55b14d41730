'use client'
import { Button, toast, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { signsOf } from '../../../admin/elements/signs.ts'
import type { OwnObjection } from '../../../database/results/own-objections.ts'
import { Chip } from '../admin/Chip.tsx'
import { toneOf } from '../admin/StateCell.tsx'
import { useResultsWords } from '../admin/use-results-words.ts'
import type { OpenList } from '../objections/open-lists.ts'
import type { ObjectionAgainst } from '../objections/own-endpoints.ts'
import { FilingForm } from './FilingForm.tsx'
import { OwnOnes } from './OwnOnes.tsx'

const dialog = 'objection-file'

type Mine = {
  filed: OwnObjection[]
  against: ObjectionAgainst[]
  titles: Record<string, string>
}
type Props = { api: string; media: string; name: string }

/** What a unit may object to, what it objected to, and what was objected to works of its own. */
export function UnitObjections({ api, media, name }: Props) {
  const { say, pick, language } = useResultsWords()
  const { colon } = signsOf(language)
  const { openModal, closeModal } = useModal()
  const open = useRemote<{ lists: OpenList[] }>(`${api}/open`)
  const mine = useRemote<Mine>(`${api}/mine`)
  const [list, setList] = useState<OpenList | null>(null)
  const reload = () => Promise.all([refresh(`${api}/open`), refresh(`${api}/mine`)])
  if (!open.data || !mine.data) {
    const failed = open.failed || mine.failed
    return (
      <div aria-busy={!failed} role="status">
        <p>{say(failed ? 'notLoaded' : 'loading')}</p>
        {failed && (
          <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
            {say('retry')}
          </Button>
        )}
      </div>
    )
  }
  const { filed, against, titles } = mine.data
  return (
    <>
      <section>
        <h2>{say('onNotice')}</h2>
        {open.data.lists.length === 0 && <p>{say('nothingOnNotice')}</p>}
        <ul className="unit-objections__cards">
          {open.data.lists.map((one) => (
            <li key={one.id}>
              <strong>{one.title}</strong>
              <span>{say('until', { at: beijingTime(one.to) })}</span>
              <span>{say('contactOf', { contact: one.contact })}</span>
              <Button
                id={`object-${one.id}`}
                margin={false}
                onClick={() => {
                  setList(one)
                  openModal(dialog)
                }}
                size="small"
                type="button"
              >
                {say('object')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say('ownOnes')}</h2>
        <OwnOnes api={api} filed={filed} onDone={reload} titles={titles} />
      </section>
      {against.length > 0 && (
        <section>
          <h2>{say('againstOwn')}</h2>
          <p className="unit-objections__hint">{say('againstNote')}</p>
          <ul className="unit-objections__cards">
            {against.map(({ id, entry, state, stateText, ruling }) => (
              <li key={id}>
                <strong>{id}</strong>
                <Chip tone={toneOf(state)}>{pick(stateText)}</Chip>
                <span>{entry ?? say('wholeList')}</span>
                {ruling && (
                  <p>
                    {say('ruling')}
                    {colon}
                    {ruling}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Dialog slug={dialog} title={list && `${say('object')}${colon}${list.title}`}>
        {list && (
          <FilingForm
            api={api}
            list={list}
            media={media}
            name={name}
            onClose={() => closeModal(dialog)}
            onFiled={async (number) => {
              closeModal(dialog)
              toast.success(say('filed', { number }))
              await reload()
            }}
          />
        )}
      </Dialog>
    </>
  )
}
