'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ScreenRound, WorkItem } from './api-types.ts'
import { Marking } from './marking/Marking.tsx'
import { RankDesk } from './rank/RankDesk.tsx'
import type { Judge } from './Screen.tsx'
import { browserStore, keepOf } from './session/keep.ts'
import { openSession, type RoundSession } from './session/session.ts'
import type { Talk } from './session/talk.ts'
import { useScreenWords } from './use-words.ts'

export type DeskProps = {
  round: ScreenRound
  judge: Judge
  talk: Talk
  at: string | null
  loginAt: string
  onWork: (work: string | null) => void
  onLeave: () => void
}

/** One round on the desk: its works are fetched, then the judge can begin. */
export function RoundDesk(props: DeskProps) {
  const { say } = useScreenWords()
  const { session, failed, retry } = useSession(props)
  const { round, onLeave } = props
  if (!session) {
    return (
      <main className="judging judging--plain" aria-busy={!failed}>
        <p role="status">
          {say(round.state === 'before' ? 'notYet' : failed ? 'notLoaded' : 'loading')}
        </p>
        {failed && (
          <button className="judging-button" onClick={retry} type="button">
            {say('retry')}
          </button>
        )}
        {failed && (
          <button className="judging-button" onClick={onLeave} type="button">
            {say('allRounds')}
          </button>
        )}
      </main>
    )
  }
  return <OpenDesk {...props} session={session} />
}

function OpenDesk({ session, ...props }: DeskProps & { session: RoundSession }) {
  const { say } = useScreenWords()
  const shot = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot)
  const { onWork, round, onLeave } = props
  useEffect(() => onWork(shot.at), [onWork, shot.at])
  if (shot.items.length === 0) {
    return (
      <main className="judging judging--plain">
        <p>{say('noWorks')}</p>
        <button className="judging-button" onClick={onLeave} type="button">
          {say('allRounds')}
        </button>
      </main>
    )
  }
  const Desk = round.kind === 'rank' ? RankDesk : Marking
  return <Desk {...props} session={session} shot={shot} />
}

// The session outlives what is drawn of it; it is opened once for a round and sends what waits from then on.
function useSession({ round, judge, talk, at }: DeskProps) {
  const [session, setSession] = useState<RoundSession | null>(null)
  const [failed, setFailed] = useState(false)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let opened: RoundSession | null = null
    let isGone = false
    void talk<{ works: WorkItem[] }>('GET', `/rounds/${round.id}/works`).then((answer) => {
      if (isGone) return
      if (answer.kind === 'signed-out') window.location.reload()
      if (answer.kind !== 'ok') return setFailed(true)
      const keep = keepOf(browserStore(), judge.id, round.id)
      opened = openSession({ round, items: answer.body.works, at, talk, keep })
      setFailed(false)
      setSession(opened)
    })
    const wake = () => {
      if (!document.hidden) opened?.sendNow()
    }
    const events = ['online', 'focus', 'pageshow'] as const
    events.forEach((event) => window.addEventListener(event, wake))
    return () => {
      isGone = true
      opened?.stop()
      events.forEach((event) => window.removeEventListener(event, wake))
    }
    // Neither a new list of rounds nor another work opens the round anew.
  }, [round.id, judge.id, talk, turn])
  return { session, failed, retry: () => setTurn(turn + 1) }
}
