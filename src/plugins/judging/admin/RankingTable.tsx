'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { RankedRow, RankingView } from '../ranking/view.ts'
import { useJudgingWords } from './use-judging-words.ts'

const atFirst = 100
type Explain = (work: Pick<RankedRow, 'entry' | 'title'>) => void

/** The works in their order; a work's rank is explained by a click on it. */
export function RankingTable({ ranking, onExplain }: { ranking: RankingView; onExplain: Explain }) {
  const { say } = useJudgingWords()
  const [all, setAll] = useState(false)
  const [flagged, setFlagged] = useState(false)
  const { works } = ranking
  const apart = works.filter(({ disagreement }) => disagreement !== null)
  const wanted = flagged ? apart : works
  const shown = all ? wanted : wanted.slice(0, atFirst)
  const withVote = works.some(({ vote }) => vote !== null)
  if (works.length === 0) return <p className="judging-round-desk__hint">{say('noneRanked')}</p>
  return (
    <div className="judging-board__part">
      {apart.length > 0 && (
        <label className="judging-board__check">
          <input
            checked={flagged}
            onChange={(event) => setFlagged(event.target.checked)}
            type="checkbox"
          />
          {say('onlyFlagged', { count: apart.length })}
        </label>
      )}
      <div className="judging-board__scroll">
        <table className="judging-board__table judging-board__table--ranking">
          <thead>
            <tr>
              <th scope="col">{say('rank')}</th>
              <th scope="col">{say('work')}</th>
              <th scope="col">{say('points')}</th>
              {withVote && <th scope="col">{say('judgesPoints')}</th>}
              {withVote && <th scope="col">{say('votePoints')}</th>}
              <th scope="col">{say('result')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((work) => (
              <Row key={work.entry} onExplain={onExplain} withVote={withVote} work={work} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < wanted.length && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setAll(true)}
          size="small"
          type="button"
        >
          {say('showAll', { count: wanted.length })}
        </Button>
      )}
    </div>
  )
}

type RowProps = { work: RankedRow; withVote: boolean; onExplain: Explain }

function Row({ work, withVote, onExplain }: RowProps) {
  const { say, pick } = useJudgingWords()
  const { rank, title, entry, unit, value, judges, vote, votes, line, partedBy } = work
  return (
    <tr>
      <td className="judging-board__rank">{rank}</td>
      <th scope="row">
        <button
          aria-label={say('explainOne', { title })}
          className="judging-board__link"
          onClick={() => onExplain(work)}
          type="button"
        >
          {title}
        </button>
        <small>{[unit, entry].filter(Boolean).join(' · ')}</small>
        {partedBy !== null && <small>{say('partedHint', { step: partedBy + 1 })}</small>}
      </th>
      <td>{value}</td>
      {withVote && <td>{judges}</td>}
      {withVote && (
        <td>
          {vote}
          <small>{votes ?? 0}</small>
        </td>
      )}
      <td>
        {line && <span className="judging-board__line">{pick(line)}</span>}
        {work.isUndecided && <span className="judging-board__open">{say('undecided')}</span>}
        {work.disagreement && (
          <span className="judging-board__apart">
            {say('disagreement', { points: work.disagreement })}
          </span>
        )}
      </td>
    </tr>
  )
}
