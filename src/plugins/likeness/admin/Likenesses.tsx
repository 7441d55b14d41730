'use client'
import { Button, useModal } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useState } from 'react'
import { useEntry } from '../../../admin/elements/use-entry.ts'
import type { PairView } from '../pair-view.ts'
import { PairDialog, pairSlug } from './PairDialog.tsx'
import { useLikenesses, useLikenessWords } from './use-likenesses.ts'
import './likenesses.scss'

/** Beside an entry: the works it looks or reads like, each to be compared side by side. */
export const Likenesses: UIFieldClientComponent = () => {
  const { id } = useEntry()
  return id === null ? null : <Panel />
}

// A work that is like many others must not push what follows out of sight.
const shownAtFirst = 5

function Panel() {
  const { say } = useLikenessWords()
  const { data, failed, reload } = useLikenesses()
  const [all, setAll] = useState(false)
  // Who only reads a published work is not told: the server says no, and there is nothing to retry.
  if (!data && failed) {
    return (
      <section className="desk-part likenesses">
        <h4 className="desk-part__title">{say('title')}</h4>
        <p className="desk-part__hint">{say('notLoaded')}</p>
        <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
          {say('retry')}
        </Button>
      </section>
    )
  }
  return (
    <section aria-busy={!data} className="desk-part likenesses">
      <h4 className="desk-part__title">
        {say('title')}
        {data && data.pairs.length > 0 && (
          <small className={`desk-part__aside ${data.open > 0 ? 'likenesses__open' : ''}`}>
            {data.open > 0 ? say('toLook', { count: data.open }) : say('allLooked')}
          </small>
        )}
      </h4>
      {!data && <p className="desk-part__hint">{say('loading')}</p>}
      {data && data.pairs.length === 0 && (
        <p className="desk-part__hint">{say(data.checkedAt ? 'none' : 'waiting')}</p>
      )}
      <ul className="likenesses__list">
        {data?.pairs.slice(0, all ? undefined : shownAtFirst).map((pair) => (
          <Pair key={pair.id} pair={pair} />
        ))}
      </ul>
      {data && !all && data.pairs.length > shownAtFirst && (
        <Button
          buttonStyle="secondary"
          className="likenesses__more"
          onClick={() => setAll(true)}
          size="small"
          type="button"
        >
          {say('showAll', { count: data.pairs.length })}
        </Button>
      )}
    </section>
  )
}

function Pair({ pair }: { pair: PairView }) {
  const { say, pick } = useLikenessWords()
  const { openModal } = useModal()
  const who = pair.lookedBy ?? '—'
  const seen = pair.other.seen
  return (
    <li>
      <button
        className={`likenesses__pair likenesses__pair--${pair.verdict ?? 'open'}`}
        onClick={() => openModal(pairSlug(pair.id))}
        title={say('compare')}
        type="button"
      >
        <strong>{pick(pair.words)}</strong>
        {seen && (
          <span>
            {[seen.unit, pair.other.number, seen.year].filter((part) => part).join(' · ')}
          </span>
        )}
        {pair.verdict && (
          <span>{say(pair.verdict === 'same' ? 'saidSame' : 'saidDifferent', { who })}</span>
        )}
      </button>
      <PairDialog pair={pair} />
    </li>
  )
}
