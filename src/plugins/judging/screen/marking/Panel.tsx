'use client'
import type { ScreenCriterion, WorkItem } from '../api-types.ts'
import { Icon } from '../Icon.tsx'
import { isComplete, totalOf } from '../rules/content.ts'
import type { Command } from '../rules/keys.ts'
import { contentAt, stateAt } from '../session/desk.ts'
import type { RoundSession, Snapshot } from '../session/session.ts'
import { useScreenWords } from '../use-words.ts'
import { Criterion } from './Criterion.tsx'
import { whyFixed } from './fixed.ts'
import { Note } from './Note.tsx'
import { Others } from './Others.tsx'
import { Pad } from './Pad.tsx'
import { Stopped } from './Stopped.tsx'
import type { TypingNow } from './use-typing.ts'
import { WorkHead } from './WorkHead.tsx'
import { YesNo } from './YesNo.tsx'

type Props = {
  shot: Snapshot
  session: RoundSession
  item: WorkItem
  typing: TypingNow
  /** The criterion at hand. */
  atHand: ScreenCriterion | null
  onTake: (key: string) => void
  run: (command: Command) => void
}

/** Beside the work, or below it on a phone: what is asked of the judge. */
export function Panel({ shot, session, item, typing, atHand, onTake, run }: Props) {
  const { say } = useScreenWords()
  const { round, details, waiting } = shot
  const { work } = item
  const detail = details.get(work)
  const content = contentAt(shot, work)
  const fixed = detail ? whyFixed(round, item, detail) : null
  // After a reload what waits is there before the work is: keys count from when the work is there, too.
  const isFixed = fixed !== null || !content || !detail
  const weights = round.criteria.reduce((sum, { weight }) => sum + weight, 0)
  const waits = waiting.get(work)
  const total = content && totalOf(round.criteria, content)
  return (
    <section aria-label={say('marks')} className="judging-panel" data-work={work}>
      <WorkHead detail={detail} item={item} key={work} />
      {waits?.stopped && <Stopped one={waits} round={round} session={session} />}
      {fixed && <p className="judging-panel__fixed">{say(fixed)}</p>}
      {round.kind === 'qualify' ? (
        <YesNo
          isFixed={isFixed}
          onChoose={(passes) => run({ do: 'pass', passes })}
          passes={content?.passes ?? null}
        />
      ) : (
        <>
          <ol className="judging-criteria">
            {round.criteria.map((criterion) => (
              <Criterion
                criterion={criterion}
                isAtHand={criterion.key === atHand?.key}
                isFixed={isFixed}
                isRefused={typing.isRefused}
                key={criterion.key}
                mark={content?.marks[criterion.key] ?? null}
                onMark={(mark) => {
                  typing.drop()
                  session.setMark(work, criterion.key, mark)
                }}
                onTake={() => onTake(criterion.key)}
                percent={Math.round((criterion.weight / weights) * 100)}
                text={typing.textOf(criterion.key)}
                work={work}
              />
            ))}
          </ol>
          <p className="judging-panel__total">
            {say('total')}
            <output>{total ?? '–'}</output>
          </p>
          <Pad isFixed={isFixed} isLast={atHand?.key === round.criteria.at(-1)?.key} run={run} />
        </>
      )}
      <Tools item={item} run={run} session={session} shot={shot} />
      {content && (
        <Note
          isFixed={isFixed}
          key={`note ${work}`}
          note={content.note}
          onNote={(note) => session.setNote(work, note)}
          work={work}
        />
      )}
      {content && !isFixed && round.scoresShown === 'after-own' && isComplete(round, content) && (
        <div className="judging-panel__one">
          <button className="judging-button" onClick={() => session.handIn([work])} type="button">
            {say('handInOne')}
          </button>
          <span>{say('handInOneNote')}</span>
        </div>
      )}
      <Others others={detail?.others ?? null} round={round} />
    </section>
  )
}

function Tools({ shot, session, item, run }: Pick<Props, 'shot' | 'session' | 'item' | 'run'>) {
  const { say } = useScreenWords()
  const state = stateAt(shot, item)
  if (shot.round.state !== 'open' || state === 'withdrawn') return null
  return (
    <div className="judging-tools">
      <button
        aria-pressed={state === 'skipped'}
        className="judging-button"
        disabled={state === 'handed-in'}
        onClick={() => run({ do: 'skip' })}
        type="button"
      >
        <Icon name="skip" size={18} />
        {say(state === 'skipped' ? 'unskip' : 'skip')}
      </button>
      <button
        className="judging-button"
        disabled={state === 'recused'}
        onClick={() => session.recuse(item.work)}
        type="button"
      >
        <Icon name="person" size={18} />
        {say('recuse')}
      </button>
    </div>
  )
}
