'use client'
import { useEffect, useState } from 'react'
import { Icon } from '../Icon.tsx'
import { Stage } from '../media/Stage.tsx'
import type { DeskProps } from '../RoundDesk.tsx'
import { contentAt } from '../session/desk.ts'
import type { RoundSession, Snapshot } from '../session/session.ts'
import { useScreenWords } from '../use-words.ts'
import { Bar, type SheetName } from './Bar.tsx'
import { Help } from './Help.tsx'
import { Overview } from './Overview.tsx'
import { OwnStanding } from './OwnStanding.tsx'
import { Panel } from './Panel.tsx'
import { Recused } from './Recused.tsx'
import { useKeys } from './use-keys.ts'
import { useMarking } from './use-marking.ts'

type Props = DeskProps & { session: RoundSession; shot: Snapshot }

/** A round of marks or of yes and no: one work after the other. */
export function Marking({ session, shot, judge, talk, loginAt, onLeave }: Props) {
  const { say } = useScreenWords()
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const { typing, atHand, take, run, turns } = useMarking({ session, shot, onSheet: setSheet })
  const { round, items, details, at } = shot
  useKeys(round.kind, run)
  useLeaveWarning(!shot.isKept && shot.waiting.size > 0)
  const index = Math.max(
    0,
    items.findIndex(({ work }) => work === at),
  )
  const item = items[index]!
  const memory = `${judge.id}/${round.id}`
  const close = () => setSheet(null)
  const isKnown = contentAt(shot, item.work) !== null
  return (
    <div className="judging judging--round">
      <Bar
        loginAt={loginAt}
        onLeave={() => {
          typing.end()
          onLeave()
        }}
        onSheet={setSheet}
        onUndo={() => run({ do: 'undo' })}
        session={session}
        shot={shot}
      />
      <main className="judging-desk" data-known={details.size}>
        <div aria-busy={!isKnown} className="judging-desk__work">
          {[index, index + 1, index + 2, index - 1].map((place) => {
            const detail = details.get(items[place]?.work ?? '')
            return (
              detail && (
                <Stage
                  detail={detail}
                  isActive={place === index}
                  key={detail.work}
                  memory={memory}
                  onSwipe={(to) => run({ do: to })}
                  turns={turns}
                />
              )
            )
          })}
          {!details.has(item.work) && (
            <p className="judging-desk__loading">
              {say(item.state === 'withdrawn' ? 'withdrawnNote' : 'loading')}
            </p>
          )}
          <nav className="judging-desk__walk">
            <button
              aria-label={say('previous')}
              disabled={index === 0}
              onClick={() => run({ do: 'previous' })}
              title={say('previous')}
              type="button"
            >
              <Icon name="back" size={26} />
            </button>
            <button
              aria-label={say('next')}
              disabled={index === items.length - 1}
              onClick={() => run({ do: 'next' })}
              title={say('next')}
              type="button"
            >
              <Icon name="forward" size={26} />
            </button>
          </nav>
          <p aria-live="polite" className="judging-unseen">
            {say('number', { number: item.work })} {item.title}
          </p>
        </div>
        <Panel
          atHand={atHand}
          item={item}
          onTake={take}
          run={run}
          session={session}
          shot={shot}
          typing={typing}
        />
      </main>
      <Recused session={session} shot={shot} />
      {sheet === 'help' && <Help kind={round.kind} onClose={close} />}
      {sheet === 'standing' && <OwnStanding onClose={close} round={round} talk={talk} />}
      {sheet === 'overview' && <Overview onClose={close} session={session} shot={shot} />}
    </div>
  )
}

// Only where the browser keeps nothing would closing the window lose something.
function useLeaveWarning(isAtRisk: boolean): void {
  useEffect(() => {
    if (!isAtRisk) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isAtRisk])
}
