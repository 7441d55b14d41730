'use client'
import type { RoundSession, Snapshot } from '../session/session.ts'
import { useScreenWords } from '../use-words.ts'

type Props = { shot: Snapshot; session: RoundSession }

/** “I know this author” was said in one tap; for a moment one more takes it back. */
export function Recused({ shot, session }: Props) {
  const { say } = useScreenWords()
  const list = [...shot.waiting.values()].filter(({ recuse, stopped }) => recuse && !stopped)
  return (
    <div aria-live="polite" className="judging-toasts">
      {list.map(({ work }) => (
        <p className="judging-toast" key={work}>
          {say('recused', { number: work })}
          <button
            className="judging-button"
            onClick={() => session.takeBackRecusal(work)}
            type="button"
          >
            {say('takeBack')}
          </button>
          <i aria-hidden="true" />
        </p>
      ))}
    </div>
  )
}
