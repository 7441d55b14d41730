'use client'
import { useEffect, useState } from 'react'
import { beijingTime } from '../../../../domain/beijing-time.ts'
import type { RoundSession, Snapshot } from '../session/session.ts'
import { useScreenWords } from '../use-words.ts'

type Props = { shot: Snapshot; session: RoundSession; loginAt: string }

/** Whether what was done is safe: saved when, or how much waits and why. */
export function SaveState({ shot, session, loginAt }: Props) {
  const { say } = useScreenWords()
  const isOnline = useOnline()
  const { waiting, link, savedAt, isKept } = shot
  const list = [...waiting.values()]
  const stopped = list.filter((one) => one.stopped)
  const count = list.filter(({ stopped, recuse }) => !stopped && !recuse).length
  const at = savedAt ? beijingTime(savedAt).slice(11) : ''
  const line = (): { state: string; text: string } => {
    if (link === 'signed-out') return { state: 'wrong', text: say('signedOut') }
    if (!isKept) return { state: 'wrong', text: say('notKept') }
    if (!isOnline) {
      return { state: 'waits', text: count > 0 ? say('offline', { count }) : say('offlineNone') }
    }
    if (link === 'waiting' && count > 0) return { state: 'waits', text: say('retrying', { count }) }
    if (count > 0) return { state: 'saving', text: say('saving') }
    return { state: 'saved', text: at ? say('saved', { at }) : say('nothingYet') }
  }
  const { state, text } = line()
  const here =
    typeof window === 'undefined' ? '' : window.location.pathname + window.location.search
  return (
    <div className={`judging-save judging-save--${state}`}>
      <span data-waiting={count} role="status">
        {text}
      </span>
      {link === 'signed-out' && (
        <a href={`${loginAt}?redirect=${encodeURIComponent(here)}`}>{say('logIn')}</a>
      )}
      {link === 'waiting' && isOnline && (
        <button onClick={session.sendNow} type="button">
          {say('retry')}
        </button>
      )}
      {stopped.length > 0 && (
        <button
          className="judging-save__settle"
          onClick={() => session.go(stopped[0]!.work)}
          type="button"
        >
          {say('toSettle', { count: stopped.length })}
        </button>
      )}
    </div>
  )
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return isOnline
}
