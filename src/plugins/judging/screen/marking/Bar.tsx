'use client'
import { Icon, type IconName } from '../Icon.tsx'
import type { RoundSession, Snapshot } from '../session/session.ts'
import { stateAt } from '../session/desk.ts'
import { useScreenWords } from '../use-words.ts'
import { SaveState } from './SaveState.tsx'

export type SheetName = 'help' | 'overview' | 'standing'

type Props = {
  shot: Snapshot
  session: RoundSession
  loginAt: string
  onLeave: () => void
  onUndo: () => void
  onSheet: (sheet: SheetName) => void
  /** Where something else than marks can be taken back. */
  canUndo?: boolean
}

/** The line on top: where one is, how far it has come, whether all is saved. */
export function Bar({ shot, session, loginAt, onLeave, onUndo, onSheet, canUndo }: Props) {
  const { say } = useScreenWords()
  const { round, items, at, past } = shot
  const place = items.findIndex(({ work }) => work === at) + 1
  const isMarked = round.kind !== 'rank'
  const tool = (icon: IconName, label: string, onClick: () => void, id: string, off = false) => (
    <button
      aria-label={label}
      className={`judging-button judging-button--icon judging-bar__${id}`}
      disabled={off}
      onClick={onClick}
      title={label}
      type="button"
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <header className="judging-bar">
      {tool('back', say('allRounds'), onLeave, 'leave')}
      <div className="judging-bar__round">
        <h1>{round.title}</h1>
        <span>
          {say('place', { at: place, total: items.length })}
          {round.blind && (
            <em title={say('blindNote')}>
              <Icon name="hidden" size={14} />
              {say('blind')}
            </em>
          )}
        </span>
      </div>
      <SaveState loginAt={loginAt} session={session} shot={shot} />
      {tool('undo', say('undo'), onUndo, 'undo', !(canUndo ?? past.length > 0))}
      {isMarked && tool('chart', say('standing'), () => onSheet('standing'), 'standing')}
      {tool('help', say('help'), () => onSheet('help'), 'help')}
      {isMarked && (
        <button
          className="judging-button judging-button--main judging-bar__overview"
          onClick={() => onSheet('overview')}
          type="button"
        >
          <Icon name="grid" size={18} />
          {say('overview')}
        </button>
      )}
      {isMarked && <Rail session={session} shot={shot} />}
    </header>
  )
}

// A segment for each work, in the order in which they are judged.
function Rail({ shot, session }: Pick<Props, 'shot' | 'session'>) {
  const { items, at } = shot
  return (
    <div aria-hidden="true" className="judging-rail">
      {items.map((item) => (
        <i
          className={`judging-rail__${stateAt(shot, item)} ${item.work === at ? 'judging-rail--here' : ''}`}
          key={item.work}
          onClick={() => session.go(item.work)}
        />
      ))}
    </div>
  )
}
