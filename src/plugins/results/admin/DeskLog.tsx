'use client'
import { beijingTime } from '../../../domain/beijing-time.ts'
import type { ResultsKey } from '../translations.ts'
import { useResultsWords } from './use-results-words.ts'

type Row = {
  at: string
  by: string | null
  action: string
  about: string | null
  reason: string | null
}

/** What was done, by whom and why. */
export function DeskLog({ rows }: { rows: Row[] }) {
  const { say } = useResultsWords()
  if (rows.length === 0) return null
  return (
    <details className="result-desk__log">
      <summary>{say('log')}</summary>
      <ul>
        {rows.map(({ at, by, action, about, reason }) => (
          <li key={`${at} ${action} ${by}`}>
            <time dateTime={at}>{beijingTime(at)}</time>
            <b>{[by, say(`log_${action}` as ResultsKey), about].filter(Boolean).join(' · ')}</b>
            {reason && <span>{reason}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
