'use client'
import { signsOf } from '../../../admin/elements/signs.ts'
import { useJudgingWords } from './use-judging-words.ts'

type Props = { counts: readonly number[]; name: string; size?: 'small' | 'large' }

/** How many marks lie in each ten of 100, as bars; read out as numbers. */
export function Bars({ counts, name, size = 'small' }: Props) {
  const { say, language } = useJudgingWords()
  const most = Math.max(1, ...counts)
  const told = counts
    .map((count, at) => (count > 0 ? `${at * 10}–${at * 10 + 10}: ${count}` : ''))
    .filter(Boolean)
    .join(signsOf(language).comma)
  return (
    <div
      aria-label={say('distributionOf', { name, counts: told })}
      className={`judging-spread judging-spread--${size}`}
      role="img"
    >
      {counts.map((count, at) => (
        <span key={at} title={`${at * 10}–${at * 10 + 10}: ${count}`}>
          <i style={{ height: `${(count / most) * 100}%` }} />
          {size === 'large' && <small>{at * 10}</small>}
        </span>
      ))}
    </div>
  )
}
