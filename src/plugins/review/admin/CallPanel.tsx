'use client'
import { dayNumber } from '../../../domain/phases.ts'
import { beijingTime } from '../../../domain/beijing-time.ts'
import type { Words } from '../../../domain/words.ts'
import type { Call, CallWindow } from '../call.ts'
import type { Desk } from './desk-types.ts'
import { useReviewWords } from './use-review-words.ts'

/** What the track asks for, in the sentences of its public call. */
export function Requirements({ rules, open }: { rules: readonly Words[]; open: boolean }) {
  const { say, pick } = useReviewWords()
  return (
    <details className="desk-part desk-fold" open={open}>
      <summary className="desk-part__title">
        {say('requirements')}
        <small className="desk-part__aside">{rules.length}</small>
      </summary>
      {rules.length === 0 && <p className="desk-part__hint">{say('noRules')}</p>}
      <ul className="desk-rules">
        {rules.map((rule) => (
          <li key={rule.zh}>{pick(rule)}</li>
        ))}
      </ul>
    </details>
  )
}

/** What the host changed after the call had opened: some sent in by what it said before. */
export function Changes({ changes }: Pick<Call, 'changes'>) {
  const { say, pick } = useReviewWords()
  if (changes.length === 0) return null
  return (
    <details className="desk-part desk-fold">
      <summary className="desk-part__title">
        {say('callChanges')}
        <small className="desk-part__aside">{changes.length}</small>
      </summary>
      {changes.map(({ at, removed, added }) => (
        <div key={at}>
          <time dateTime={at}>{beijingTime(at)}</time>
          <ul className="desk-rules">
            {removed.map((sentence) => (
              <li key={`- ${sentence.zh}`}>
                <del>{pick(sentence)}</del>
              </li>
            ))}
            {added.map((sentence) => (
              <li key={`+ ${sentence.zh}`}>
                <ins>{pick(sentence)}</ins>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}

/** The phases of the track: which is open, how many days are left. */
export function Windows({ windows }: Pick<Call, 'windows'>) {
  const { say, pick } = useReviewWords()
  return (
    <section className="desk-part">
      <h4 className="desk-part__title">{say('windows')}</h4>
      <ul className="desk-windows">
        {windows.map((window) => (
          <li
            className={`desk-window desk-window--${window.open ? 'open' : 'closed'}`}
            key={window.phase}
          >
            <span className="desk-window__name">{pick(window.label)}</span>
            <WindowState window={window} />
            <span className="desk-window__when">
              {window.text ? pick(window.text) : say('notSet')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 进行中，还剩 12 天: the state of one window now. */
export function WindowState({ window }: { window: CallWindow }) {
  const { say } = useReviewWords()
  if (!window.from || !window.to) return <span className="desk-window__state">{say('notSet')}</span>
  const today = dayNumber(new Date())
  const left = dayNumber(new Date(new Date(window.to).getTime() - 1)) - today
  const until = dayNumber(new Date(window.from)) - today
  if (window.open) {
    const ends = left <= 0 ? say('lastDay') : say('daysLeft', { count: left })
    return <span className="desk-window__state">{`${say('open')} · ${ends}`}</span>
  }
  const ahead = new Date(window.from) > new Date()
  const text = ahead ? say('daysUntil', { count: Math.max(1, until) }) : say('over')
  return <span className="desk-window__state">{text}</span>
}

/** 名额 20 件，已用 12 件，剩 8 件, for the entry's unit and every unit above it that has a quota. */
export function Quotas({ quotas }: Pick<Desk, 'quotas'>) {
  const { say } = useReviewWords()
  if (quotas.length === 0) return null
  return (
    <section className="desk-part">
      <h4 className="desk-part__title">{say('quotas')}</h4>
      <ul className="desk-quotas">
        {quotas.map(({ unit, minimum, maximum, count }) => {
          const left = maximum == null ? null : Math.max(0, maximum - count)
          return (
            <li key={unit}>
              <span className="desk-quotas__unit">{unit}</span>
              {maximum != null && left === 0 && (
                <span className="desk-quotas__full">{say('quotaFull', { maximum })}</span>
              )}
              {maximum != null && left !== null && left > 0 && (
                <span>{say('quotaLine', { maximum, count, left })}</span>
              )}
              {minimum != null && minimum > count && (
                <span className="desk-quotas__short">
                  {say('quotaMinimum', { minimum, count })}
                </span>
              )}
              {maximum != null && maximum > 0 && <meter max={maximum} min={0} value={count} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** All that the track says about an entry: times, places, requirements. */
export function CallParts({
  call,
  open,
  quotas = [],
}: { call: Call; open: boolean } & Partial<Pick<Desk, 'quotas'>>) {
  return (
    <>
      <Requirements open={open} rules={call.rules} />
      <Changes changes={call.changes} />
      <Windows windows={call.windows} />
      <Quotas quotas={quotas} />
    </>
  )
}
