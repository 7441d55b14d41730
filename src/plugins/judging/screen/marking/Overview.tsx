'use client'
import { Sheet } from '../Sheet.tsx'
import { contentAt, stateAt } from '../session/desk.ts'
import type { RoundSession, Snapshot } from '../session/session.ts'
import { countStates } from '../rules/walk.ts'
import { totalOf } from '../rules/content.ts'
import { useScreenWords } from '../use-words.ts'

type Props = { shot: Snapshot; session: RoundSession; onClose: () => void }

/** All works at a glance, what is missing, and the handing in of what is ready. */
export function Overview({ shot, session, onClose }: Props) {
  const { say } = useScreenWords()
  const { items, at, round } = shot
  const stateOf = (item: (typeof items)[number]) => stateAt(shot, item)
  const counts = countStates(items, stateOf)
  const left = counts.open + counts.started
  const ready = items.filter((item) => stateOf(item) === 'complete').map(({ work }) => work)
  const sending = [...shot.waiting.values()].filter(({ stopped }) => !stopped).length
  const isAllIn = left + counts.skipped + ready.length === 0 && counts['handed-in'] > 0
  const isDone = isAllIn && sending === 0
  return (
    <Sheet onClose={onClose} title={say('overview')} wide>
      <div className="judging-overview__sum">
        {isDone && <p className="judging-overview__done">{say('allIn')}</p>}
        {left > 0 && <p>{say('left', { count: left })}</p>}
        {counts.skipped > 0 && <p>{say('skippedLeft', { count: counts.skipped })}</p>}
        {ready.length > 0 && <p>{say('ready', { count: ready.length })}</p>}
        {sending > 0 && <p>{say('stillSending', { count: sending })}</p>}
      </div>
      <ul className="judging-overview">
        {items.map((item) => {
          const state = stateOf(item)
          const content = contentAt(shot, item.work)
          const total = content && totalOf(round.criteria, content)
          const { passes } = content ?? { passes: null }
          return (
            <li key={item.work}>
              <button
                aria-current={item.work === at}
                className={`judging-tile judging-tile--${state}`}
                onClick={() => {
                  session.go(item.work)
                  onClose()
                }}
                type="button"
              >
                <b>{item.work}</b>
                <span>{item.title}</span>
                <small>
                  {say(`work_${state}`)}
                  {total !== null && <i>{total}</i>}
                  {passes !== null && <i>{say(passes ? 'passes' : 'fails')}</i>}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
      {round.state === 'open' && (
        <footer className="judging-overview__foot">
          <p>{say(round.scoresShown === 'after-own' ? 'handInFinal' : 'handInNote')}</p>
          <button
            className="judging-button judging-button--main"
            disabled={ready.length === 0}
            id="judging-hand-in"
            onClick={() => session.handIn(ready)}
            type="button"
          >
            {say('handInAll', { count: ready.length })}
          </button>
        </footer>
      )}
    </Sheet>
  )
}
