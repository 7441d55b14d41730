'use client'
import { useEffect, useRef } from 'react'
import type { ScreenCriterion } from '../api-types.ts'
import { reached } from '../rules/typing.ts'
import { useScreenWords } from '../use-words.ts'

type Props = {
  work: string
  criterion: ScreenCriterion
  /** Share of all weights, percent. */
  percent: number
  mark: number | null
  /** What is being typed; null: nothing. */
  text: string | null
  isAtHand: boolean
  isRefused: boolean
  isFixed: boolean
  onTake: () => void
  onMark: (mark: number) => void
}

/** One criterion: its mark, how far it fills, and, while it is at hand, what marks mean. */
export function Criterion(props: Props) {
  const { work, criterion, percent, mark, text, isAtHand, isRefused, isFixed, onTake } = props
  const { say, pick } = useScreenWords()
  const field = useRef<HTMLDivElement>(null)
  const { name, full, anchors } = criterion
  const value = text ?? (mark === null ? '' : String(mark))
  const meaning = reached(anchors, mark)
  const spoken =
    mark === null ? say('noMark') : `${mark}${meaning ? ` ${pick(meaning.meaning)}` : ''}`
  useEffect(() => {
    const over = document.activeElement?.closest('dialog, textarea')
    if (isAtHand && !over) field.current?.focus({ preventScroll: true })
    if (isAtHand) field.current?.scrollIntoView({ block: 'nearest' })
  }, [isAtHand, work])
  return (
    <li className={`judging-criterion ${isAtHand ? 'judging-criterion--at-hand' : ''}`}>
      <div
        aria-disabled={isFixed}
        aria-label={`${pick(name)}，${say('outOf', { full })}`}
        aria-valuemax={full}
        aria-valuemin={0}
        aria-valuenow={mark ?? undefined}
        aria-valuetext={spoken}
        className="judging-criterion__field"
        data-criterion={criterion.key}
        onClick={onTake}
        onFocus={onTake}
        ref={field}
        role="spinbutton"
        tabIndex={0}
      >
        <span className="judging-criterion__name">
          {pick(name)}
          <small>
            {percent < 100 && say('weight', { percent })}
            {!isAtHand && meaning && <em>{pick(meaning.meaning)}</em>}
          </small>
        </span>
        <span
          className={`judging-criterion__mark ${text !== null ? 'judging-criterion__mark--typed' : ''}`}
        >
          <b>{value || '–'}</b>
          <small>/ {full}</small>
        </span>
        <i
          aria-hidden="true"
          className="judging-criterion__fill"
          style={{ width: `${((mark ?? 0) / full) * 100}%` }}
        />
      </div>
      {isAtHand && isRefused && (
        <p className="judging-criterion__refusal" role="alert">
          {say('tooHigh', { full })}
        </p>
      )}
      {isAtHand && anchors.length > 0 && <Anchors {...props} />}
    </li>
  )
}

function Anchors({ criterion: { anchors }, mark, isFixed, onMark }: Props) {
  const { say, pick } = useScreenWords()
  const at = reached(anchors, mark)
  return (
    <ul aria-label={say('anchors')} className="judging-anchors">
      {[...anchors]
        .sort((a, b) => b.marks - a.marks)
        .map((anchor) => (
          <li key={anchor.marks}>
            <button
              aria-pressed={anchor === at}
              className="judging-anchors__one"
              disabled={isFixed}
              onClick={() => onMark(anchor.marks)}
              tabIndex={-1}
              type="button"
            >
              <b>{anchor.marks}</b>
              <span>{pick(anchor.meaning)}</span>
            </button>
          </li>
        ))}
    </ul>
  )
}
