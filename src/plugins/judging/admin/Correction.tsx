'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { RankingView } from '../ranking/view.ts'
import { Refused } from './Refused.tsx'
import { useAct } from './use-act.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useRanking } from './use-round.ts'

/** In a locked round: works that a new version leaves out, or takes in again. What is locked stays. */
export function Correction({ ranking }: { ranking: RankingView }) {
  const { say } = useJudgingWords()
  const { base, reload } = useRanking()
  const { act, busy, refused } = useAct({ base, reload })
  const [remove, setRemove] = useState('')
  const [restore, setRestore] = useState('')
  const [reason, setReason] = useState('')
  const id = useId()
  const go = async () => {
    const body = { remove: remove ? [remove] : [], restore: restore ? [restore] : [], reason }
    if (!(await act('correct', body))) return
    setRemove('')
    setRestore('')
    setReason('')
  }
  // Left out of what is locked, or since then.
  const gone = [
    ...ranking.leftOut.filter(({ reason: why }) => why === 'withdrawn'),
    ...(ranking.pending ?? []).filter(({ rank }) => rank.after === null),
  ]
  const choices = [
    ['correctRemove', remove, setRemove, ranking.works],
    ['correctRestore', restore, setRestore, gone],
  ] as const
  return (
    <details className="judging-board__more">
      <summary>{say('correction')}</summary>
      <p className="judging-round-desk__hint">{say('correctionNote')}</p>
      <Refused>{refused}</Refused>
      <div className="judging-board__form">
        {choices.map(([key, value, choose, works]) => (
          <div key={key}>
            <label htmlFor={`${id}${key}`}>{say(key)}</label>
            <select
              id={`${id}${key}`}
              onChange={(event) => choose(event.target.value)}
              value={value}
            >
              <option value="">{say('nothing')}</option>
              {works.map(({ entry, title }) => (
                <option key={entry} value={entry}>
                  {title}（{entry}）
                </option>
              ))}
            </select>
          </div>
        ))}
        <div>
          <label htmlFor={`${id}reason`}>{say('reason')}</label>
          <input
            id={`${id}reason`}
            maxLength={1000}
            onChange={(event) => setReason(event.target.value)}
            value={reason}
          />
        </div>
      </div>
      <Button
        disabled={busy || !reason.trim() || (!remove && !restore)}
        margin={false}
        onClick={() => void go()}
        size="small"
        type="button"
      >
        {say('correctGo')}
      </Button>
    </details>
  )
}
