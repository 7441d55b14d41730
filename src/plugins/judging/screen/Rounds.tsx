'use client'
import { useEffect, useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { Mark } from '../../../admin/brand/Mark.tsx'
import type { ScreenRound } from './api-types.ts'
import { Icon } from './Icon.tsx'
import type { Judge } from './Screen.tsx'
import { browserStore, keepOf } from './session/keep.ts'
import { useScreenWords } from './use-words.ts'

type Props = {
  judge: Judge
  admin: string
  rounds: ScreenRound[] | null
  failed: boolean
  onOpen: (id: number) => void
  onRetry: () => Promise<void>
}

/** A judge's start page: the rounds that wait, how far each has come. */
export function Rounds({ judge, admin, rounds, failed, onOpen, onRetry }: Props) {
  const { say } = useScreenWords()
  return (
    <div className="judging judging--home">
      <header className="judging-home__bar">
        <Mark size={28} />
        <strong>{say('product')}</strong>
        <nav>
          <a href={`${admin}/account`}>{say('account')}</a>
          <a href={`${admin}/logout`}>{say('logOut')}</a>
        </nav>
      </header>
      <main className="judging-home">
        <h1>{say('hello', { name: judge.name })}</h1>
        <p className="judging-home__lead">{say('roundsLead')}</p>
        {failed && (
          <p role="alert">
            {say('notLoaded')}{' '}
            <button className="judging-button" onClick={() => void onRetry()} type="button">
              {say('retry')}
            </button>
          </p>
        )}
        {!rounds && !failed && <p className="judging-home__lead">{say('loading')}</p>}
        {rounds?.length === 0 && (
          <div className="judging-home__none">
            <strong>{say('noRounds')}</strong>
            <span>{say('noRoundsHint')}</span>
          </div>
        )}
        <ul>
          {(rounds ?? []).map((round) => (
            <RoundCard judge={judge} key={round.id} onOpen={onOpen} round={round} />
          ))}
        </ul>
      </main>
    </div>
  )
}

type CardProps = { judge: Judge; round: ScreenRound; onOpen: (id: number) => void }

function RoundCard({ judge, round, onOpen }: CardProps) {
  const { say, pick } = useScreenWords()
  const { id, title, about, rules, track, kind, state, window: times, blind, progress } = round
  const [waits, setWaits] = useState(0)
  useEffect(() => setWaits(keepOf(browserStore(), judge.id, id).all().length), [judge.id, id])
  const { handedIn, started, total } = progress
  const when = state === 'before' ? say('from', { at: beijingTime(times.from) }) : ''
  const call = state === 'open' ? (handedIn + started > 0 ? 'goOn' : 'begin') : 'look'
  return (
    <li className={`judging-card judging-card--${state}`}>
      <div className="judging-card__head">
        <span className="judging-card__state">{say(`state_${state}`)}</span>
        <span>{track.title}</span>
        <span>{say(`kind_${kind}`)}</span>
        <span>{when || say('until', { at: beijingTime(times.to) })}</span>
      </div>
      <h2>{title}</h2>
      {round.pause && (
        <p className="judging-card__about" role="status">
          {say('pausedFor', { reason: round.pause.reason })}
        </p>
      )}
      {about && <p className="judging-card__about">{about}</p>}
      {blind && (
        <p className="judging-card__blind">
          <Icon name="hidden" size={16} />
          {say('blindNote')}
        </p>
      )}
      {rules?.length > 0 && (
        <details className="judging-card__rules">
          <summary>{say('rules')}</summary>
          <ul>
            {rules.map((rule) => (
              <li key={rule.zh}>{pick(rule)}</li>
            ))}
          </ul>
        </details>
      )}
      {waits > 0 && <p className="judging-card__waits">{say('waitingHere', { count: waits })}</p>}
      <div className="judging-card__foot">
        <span
          aria-label={say('progress', { done: handedIn, total })}
          aria-valuemax={total}
          aria-valuemin={0}
          aria-valuenow={handedIn}
          className="judging-card__progress"
          role="progressbar"
        >
          <i style={{ width: `${total ? (100 * handedIn) / total : 0}%` }} />
          <i style={{ width: `${total ? (100 * started) / total : 0}%` }} />
        </span>
        <span className="judging-card__count">{say('progress', { done: handedIn, total })}</span>
        <button
          className={`judging-button ${state === 'open' ? 'judging-button--main' : ''}`}
          id={`judging-open-${id}`}
          disabled={state === 'before'}
          onClick={() => onOpen(id)}
          type="button"
        >
          {say(call)}
        </button>
      </div>
    </li>
  )
}
