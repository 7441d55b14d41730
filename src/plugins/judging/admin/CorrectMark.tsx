'use client'
import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { useRemote } from '../../../admin/elements/remote.ts'
import type { ExplainedRound } from '../ranking/explained.ts'
import type { RankingView } from '../ranking/view.ts'
import { Refused } from './Refused.tsx'
import { chinese } from './tried-fields.ts'
import { useAct } from './use-act.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useRanking } from './use-round.ts'

/** In a locked round: a mark that a new version counts otherwise. What the judge handed in stays. */
export function CorrectMark({ ranking }: { ranking: RankingView }) {
  const { say } = useJudgingWords()
  const { base, reload } = useRanking()
  const { act, busy, refused } = useAct({ base, reload })
  const [entry, setEntry] = useState('')
  const [cell, setCell] = useState('')
  const [mark, setMark] = useState('')
  const [reason, setReason] = useState('')
  const id = useId()
  const address = entry ? `${base}/explanation/${entry}` : null
  const { data } = useRemote<ExplainedRound>(address, ranking.sha256)
  const { data: saved } = useDocumentInfo()
  const nameOf = (key: string) =>
    chinese((saved?.criteria as Criteria)?.find((one) => one.key === key)?.name) || key
  const cells = cellsOf(data)
  const one = cells.find(({ key }) => key === cell)
  const go = async () => {
    if (!one) return
    const { judge, criterion, yes } = one
    const becomes = criterion === null ? { passes: !yes } : { criterion, marks: Number(mark) }
    if (!(await act('correct-marks', { marks: [{ entry, judge, ...becomes }], reason }))) return
    setCell('')
    setMark('')
    setReason('')
  }
  const isGiven = one && (one.criterion === null || mark.trim() !== '')
  return (
    <details className="judging-board__more">
      <summary>{say('correctMark')}</summary>
      <p className="judging-round-desk__hint">{say('correctMarkNote')}</p>
      <Refused>{refused}</Refused>
      <div className="judging-board__form">
        <div>
          <label htmlFor={`${id}work`}>{say('correctMarkWork')}</label>
          <select
            id={`${id}work`}
            onChange={(event) => {
              setEntry(event.target.value)
              setCell('')
            }}
            value={entry}
          >
            <option value="">{say('nothing')}</option>
            {ranking.works.map((work) => (
              <option key={work.entry} value={work.entry}>
                {work.title}（{work.entry}）
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}cell`}>{say('correctMarkOf')}</label>
          <select id={`${id}cell`} onChange={(event) => setCell(event.target.value)} value={cell}>
            <option value="">{say('nothing')}</option>
            {cells.map(({ key, judge, criterion, given }) => (
              <option key={key} value={key}>
                {[judge, criterion && nameOf(criterion), given ?? say('correctMarkTurn')]
                  .filter(Boolean)
                  .join(' · ')}
              </option>
            ))}
          </select>
        </div>
        {one?.criterion !== null && (
          <div>
            <label htmlFor={`${id}mark`}>{say('correctMarkNew')}</label>
            <input
              id={`${id}mark`}
              inputMode="decimal"
              onChange={(event) => setMark(event.target.value)}
              value={mark}
            />
          </div>
        )}
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
        disabled={busy || !reason.trim() || !isGiven}
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

type Criteria = { key?: string; name?: string }[] | null | undefined

type Cell = {
  key: string
  judge: string
  /** Null: a yes or a no, which is turned. */
  criterion: string | null
  given: string | null
  yes: boolean
}

function cellsOf(data: ExplainedRound | null): Cell[] {
  const marks = data?.works[0]?.explanation.marks ?? []
  return marks.flatMap(({ judge, points, criteria }): Cell[] =>
    criteria.length === 0
      ? [{ key: judge, judge, criterion: null, given: null, yes: Number(points) > 0 }]
      : criteria.map(({ key, marks: given, full }) => ({
          ...{ key: `${judge} ${key}`, judge, criterion: key },
          ...{ given: `${given} / ${full}`, yes: false },
        })),
  )
}
