'use client'
import { Button } from '@payloadcms/ui'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { signsOf } from '../../../admin/elements/signs.ts'
import type { RoundOverview } from '../ranking/overview.ts'
import { judgingTexts, type JudgingKey } from '../translations.ts'
import { Bars } from './Bars.tsx'
import { Panel } from './Panel.tsx'
import { useJudgingWords } from './use-judging-words.ts'
import { useOverview } from './use-round.ts'
import './judging.scss'

/** How a round stands: works and marks, each judge's progress, what lacks judges, what was done to it. */
export function Overview() {
  const { say } = useJudgingWords()
  const { base, overview, failed, reload } = useOverview()
  if (base === null) return <p className="judging-round-desk__hint">{say('saveFirst')}</p>
  if (!overview) {
    return (
      <div className="judging-board">
        <p className="judging-round-desk__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
        {failed && (
          <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
            {say('retry')}
          </Button>
        )}
      </div>
    )
  }
  const { panel, spread, log } = overview
  return (
    <section className="judging-board">
      <p className="judging-round-desk__hint" role="status">
        {say('asOf', { at: beijingTime(overview.at) })}
      </p>
      <Numbers overview={overview} />
      {panel && <Panel overview={overview} panel={panel} />}
      <Lacking overview={overview} />
      <ChangedWorks changed={overview.changed} />
      {spread && spread.mean !== null && (
        <div className="judging-board__part">
          <h3>
            {say('distribution')}
            <span>
              {say('mean')} {spread.mean}
            </span>
          </h3>
          <Bars counts={spread.counts} name={say('panel')} size="large" />
        </div>
      )}
      {log && log.length > 0 && <Log log={log} />}
    </section>
  )
}

function Numbers({ overview: { works, shown } }: { overview: RoundOverview }) {
  const { say } = useJudgingWords()
  if (shown === 'draft') return null
  const numbers: [JudgingKey, string][] = [
    ['standing', String(works.standing)],
    ['complete', String(works.complete)],
    ['handedIn', `${works.handedIn} / ${works.assigned}`],
    ...(works.gone > 0 ? ([['gone', String(works.gone)]] as [JudgingKey, string][]) : []),
  ]
  return (
    <dl aria-live="polite" className="judging-board__numbers">
      {numbers.map(([key, value]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lacking({ overview: { lacking, shown } }: { overview: RoundOverview }) {
  const { say, pick, language } = useJudgingWords()
  if (!lacking || shown === 'draft' || shown === 'locked') return null
  return (
    <div className="judging-board__part">
      <h3>{say('lacking')}</h3>
      {lacking.length === 0 && <p className="judging-round-desk__hint">{say('allCovered')}</p>}
      <ul className="judging-board__list">
        {lacking.map(({ entry, title, has, needs, recused }) => (
          <li key={entry}>
            <strong>{title}</strong> <small>{entry}</small>{' '}
            <span>{say('lackingOf', { has, needs })}</span>
            {recused.length > 0 && (
              <small>
                {recused
                  .map(({ name, why }) => say('recusedFrom', { name, why: pick(why) }))
                  .join(signsOf(language).semicolon)}
              </small>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ChangedWorks({ changed }: { changed: RoundOverview['changed'] }) {
  const { say } = useJudgingWords()
  if (!changed || changed.length === 0) return null
  return (
    <div className="judging-board__part">
      <h3>{say('changedWorks')}</h3>
      <ul className="judging-board__list">
        {changed.map(({ entry, title, at, marksBefore }) => (
          <li key={entry}>
            <strong>{title}</strong> <small>{entry}</small>{' '}
            <span>{say('changedOf', { at: beijingTime(at), marks: marksBefore })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Log({ log }: { log: NonNullable<RoundOverview['log']> }) {
  const { say } = useJudgingWords()
  const acted = (action: string) =>
    `acted_${action}` in judgingTexts ? say(`acted_${action}` as JudgingKey) : action
  return (
    <div className="judging-board__part">
      <h3>{say('log')}</h3>
      <ul className="judging-board__log">
        {log.map(({ at, who, action, reason }, index) => (
          <li key={`${at} ${index}`}>
            <time dateTime={at}>{beijingTime(at)}</time>
            <strong>{acted(action)}</strong>
            {who}
            {reason && <span>{reason}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
