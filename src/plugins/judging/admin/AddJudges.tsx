'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useDeferredValue, useId, useState } from 'react'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { useJudgingWords } from './use-judging-words.ts'

type Account = { id: number; name?: string; email?: string; unit?: { name?: string } | null }
type Props = {
  known: readonly { judge: number; leftReason: string | null }[]
  onAdd: (id: number) => Promise<unknown>
}

/** Finds accounts of judges and puts them on the panel, one by one. */
export function AddJudges({ known, onAdd }: Props) {
  const { say } = useJudgingWords()
  const { config } = useConfig()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const asked = useDeferredValue(text.trim())
  const id = useId()
  const address = open ? `${config.routes.api}/users?${question(asked)}` : null
  const { data, failed } = useRemote<{ docs: Account[] }>(address)
  const there = new Set(
    known.filter(({ leftReason }) => leftReason === null).map(({ judge }) => judge),
  )
  const found = (data?.docs ?? []).filter((account) => !there.has(account.id))
  if (!open) {
    return (
      <Button
        buttonStyle="secondary"
        id="judging-add"
        margin={false}
        onClick={() => setOpen(true)}
        size="small"
        type="button"
      >
        {say('addJudges')}
      </Button>
    )
  }
  return (
    <div className="judging-board__add">
      <label htmlFor={id}>{say('findJudge')}</label>
      <input
        autoFocus
        id={id}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
        type="search"
        value={text}
      />
      {address && failed && (
        <p className="judging-round-desk__hint" role="alert">
          {say('notLoaded')}{' '}
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => void refresh(address)}
            size="small"
            type="button"
          >
            {say('retry')}
          </Button>
        </p>
      )}
      {data && found.length === 0 && <p className="judging-round-desk__hint">{say('noJudges')}</p>}
      <ul className="judging-board__found">
        {found.map(({ id: account, name, email, unit }) => (
          <li key={account}>
            <span>
              {name} <small>{[unit?.name, email].filter(Boolean).join(' · ')}</small>
            </span>
            <Button
              aria-label={`${say('add')} ${name ?? email}`}
              buttonStyle="secondary"
              margin={false}
              onClick={() => void onAdd(account)}
              size="small"
              type="button"
            >
              {say('add')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function question(text: string): string {
  const query = new URLSearchParams({
    'where[and][0][role][equals]': 'judge',
    'where[and][1][active][not_equals]': 'false',
    ...{ depth: '1', limit: '50', sort: 'name' },
  })
  if (text) {
    query.set('where[and][2][or][0][name][contains]', text)
    query.set('where[and][2][or][1][email][contains]', text)
  }
  return query.toString()
}
