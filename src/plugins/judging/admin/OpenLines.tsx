'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { OpenLine, RankingView } from '../ranking/view.ts'
import { Refused } from './Refused.tsx'
import { useAct } from './use-act.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useRanking } from './use-round.ts'

/** What people have to decide: whom of equal works at a line, who goes on by hand, which places stay empty. */
export function OpenLines({ ranking }: { ranking: RankingView }) {
  const { say } = useJudgingWords()
  const { may, open, awards } = ranking
  if (!may.decide || (open.length === 0 && awards.length === 0)) return null
  return (
    <div className="judging-board__part">
      {open.map((line) => (
        <Line key={`${line.level} ${line.works.length}`} line={line} ranking={ranking} />
      ))}
      {awards.length > 0 && !ranking.isLocked && <Vacancies ranking={ranking} />}
      {open.length > 0 && <p className="judging-round-desk__hint">{say('decideNote')}</p>}
    </div>
  )
}

function Line({ line, ranking }: { line: OpenLine; ranking: RankingView }) {
  const { say, pick } = useJudgingWords()
  const { base, reload } = useRanking()
  const { act, busy, refused } = useAct({ base, reload })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { level, places, works } = line
  const titles = new Map(ranking.works.map(({ entry, title }) => [entry, title]))
  const before = ranking.levelDecisions.find((one) => one.level === level)
  const save = () =>
    level === null
      ? act(
          'decisions',
          { decisions: works.map((entry) => ({ entry, goesOn: chosen.has(entry) })) },
          'PUT',
        )
      : act(
          'level-decisions',
          { levels: [{ level, vacant: before?.vacant ?? 0, chosen: [...chosen] }] },
          'PUT',
        )
  const toggle = (entry: string) => {
    const next = new Set(chosen)
    if (!next.delete(entry)) next.add(entry)
    setChosen(next)
  }
  return (
    <fieldset className="judging-board__decide">
      <legend>
        {places === null
          ? say('byHand', { count: works.length })
          : say('openLine', { name: pick(line.name), count: works.length, places })}
      </legend>
      <Refused>{refused}</Refused>
      <div className="judging-board__choices">
        {works.map((entry) => (
          <label className="judging-board__check" key={entry}>
            <input checked={chosen.has(entry)} onChange={() => toggle(entry)} type="checkbox" />
            {titles.get(entry) ?? entry} <small>{entry}</small>
          </label>
        ))}
      </div>
      <Button
        disabled={busy || (places !== null && chosen.size !== places)}
        margin={false}
        onClick={() => void save()}
        size="small"
        type="button"
      >
        {say('decide')}
      </Button>
    </fieldset>
  )
}

/** Places of levels that stay empty by decision. */
function Vacancies({ ranking }: { ranking: RankingView }) {
  const { say, pick } = useJudgingWords()
  const { base, reload } = useRanking()
  const { act, busy, refused } = useAct({ base, reload })
  const id = useId()
  const stands = (level: string) =>
    ranking.levelDecisions.find((one) => one.level === level)?.vacant ?? 0
  const [wanted, setWanted] = useState<Record<string, number>>({})
  const changed = ranking.awards.filter(
    ({ level }) => (wanted[level] ?? stands(level)) !== stands(level),
  )
  const save = async () => {
    const levels = changed.map(({ level }) => ({
      ...{ level, vacant: wanted[level]! },
      chosen: ranking.levelDecisions.find((one) => one.level === level)?.chosen ?? [],
    }))
    if (await act('level-decisions', { levels }, 'PUT')) setWanted({})
  }
  return (
    <details className="judging-board__more">
      <summary>{say('vacancies')}</summary>
      <Refused>{refused}</Refused>
      <div className="judging-board__form">
        {ranking.awards.map(({ level, name, places }) => (
          <div key={level}>
            <label htmlFor={`${id}${level}`}>{say('vacant', { name: pick(name) })}</label>
            <input
              id={`${id}${level}`}
              max={places}
              min={0}
              onChange={(event) =>
                setWanted({
                  ...wanted,
                  [level]: Math.max(0, Math.trunc(event.target.valueAsNumber || 0)),
                })
              }
              type="number"
              value={wanted[level] ?? stands(level)}
            />
          </div>
        ))}
      </div>
      <Button
        disabled={busy || changed.length === 0}
        margin={false}
        onClick={() => void save()}
        size="small"
        type="button"
      >
        {say('decide')}
      </Button>
    </details>
  )
}
