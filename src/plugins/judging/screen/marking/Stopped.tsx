'use client'
import { beijingTime } from '../../../../domain/beijing-time.ts'
import { inOneLanguage } from '../../../../admin/elements/send.ts'
import type { Mine, ScreenRound } from '../api-types.ts'
import { contentOf, totalOf, type Content } from '../rules/content.ts'
import type { RoundSession } from '../session/session.ts'
import type { Waiting } from '../session/waiting.ts'
import { useScreenWords } from '../use-words.ts'

type Props = { one: Waiting; round: ScreenRound; session: RoundSession }

/** What the server did not take, and the ways out of it. */
export function Stopped({ one, round, session }: Props) {
  const { say, language } = useScreenWords()
  const { work, stopped } = one
  if (!stopped) return null
  if (stopped.stands && one.content) {
    return (
      <Conflict
        content={one.content}
        one={one}
        round={round}
        session={session}
        stands={stopped.stands}
      />
    )
  }
  return (
    <div className="judging-stopped" role="alert">
      <strong>{say('refused')}</strong>
      <p>{inOneLanguage(stopped.message, language)}</p>
      <div>
        <button
          className="judging-button"
          onClick={() => session.settle(work, 'here')}
          type="button"
        >
          {say('again')}
        </button>
        <button
          className="judging-button"
          onClick={() => session.settle(work, 'there')}
          type="button"
        >
          {say('drop')}
        </button>
      </div>
    </div>
  )
}

type ConflictProps = Props & { content: Content; stands: Mine }

// The newer of the two is offered first; whoever goes on marking here has chosen.
function Conflict({ one, round, session, content, stands }: ConflictProps) {
  const { say } = useScreenWords()
  const hereAt = new Date(one.changedAt).toISOString()
  const thereAt = stands.savedAt ?? ''
  const sides = [
    { choice: 'here', at: hereAt, given: content, keep: say('keepHere') },
    { choice: 'there', at: thereAt, given: contentOf(stands), keep: say('keepThere') },
  ] as const
  const newest = hereAt > thereAt ? 'here' : 'there'
  return (
    <div className="judging-stopped judging-stopped--conflict" role="alert">
      <strong>{say('conflict')}</strong>
      {sides.map(({ choice, at, given, keep }) => (
        <div className="judging-stopped__side" key={choice}>
          <p>
            {say(choice, { at: beijingTime(at).slice(5) })}
            {choice === newest && <em>{say('newer')}</em>}
          </p>
          <GivenLine given={given} round={round} />
          <button
            className={`judging-button ${choice === newest ? 'judging-button--main' : ''}`}
            onClick={() => session.settle(one.work, choice)}
            type="button"
          >
            {keep}
          </button>
        </div>
      ))}
    </div>
  )
}

function GivenLine({ given, round }: { given: Content; round: ScreenRound }) {
  const { say, pick } = useScreenWords()
  if (round.kind === 'qualify') {
    const { passes } = given
    return <p>{passes === null ? '–' : say(passes ? 'passes' : 'fails')}</p>
  }
  const total = totalOf(round.criteria, given)
  return (
    <p>
      {round.criteria
        .map(({ key, name }) => `${pick(name)} ${given.marks[key] ?? '–'}`)
        .join(' · ')}
      {total !== null && <b> {total}</b>}
    </p>
  )
}
