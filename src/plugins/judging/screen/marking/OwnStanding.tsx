'use client'
import { useEffect, useState } from 'react'
import type { ScreenRound, Standing } from '../api-types.ts'
import { Sheet } from '../Sheet.tsx'
import type { Talk } from '../session/talk.ts'
import { useScreenWords } from '../use-words.ts'

type Props = { round: ScreenRound; talk: Talk; onClose: () => void }

/** How the judge's own marks lie, for nobody but them. */
export function OwnStanding({ round, talk, onClose }: Props) {
  const { say, pick } = useScreenWords()
  const [standing, setStanding] = useState<Standing | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    void talk<Standing>('GET', `/rounds/${round.id}/standing`).then((answer) => {
      setFailed(answer.kind !== 'ok')
      if (answer.kind === 'ok') setStanding(answer.body)
    })
  }, [round.id, talk])
  const nameOf = (key: string) => pick(round.criteria.find((one) => one.key === key)?.name ?? key)
  return (
    <Sheet onClose={onClose} title={say('standing')}>
      <p className="judging-sheet__hint">{say('standingHint')}</p>
      {failed && <p role="alert">{say('notLoaded')}</p>}
      {standing?.handedIn === 0 && <p>{say('standingNone')}</p>}
      {standing && standing.handedIn > 0 && (
        <>
          <p>{say('handedInCount', { count: standing.handedIn })}</p>
          {round.kind === 'qualify' && (
            <p>
              {say('passes')} {standing.passes.yes} · {say('fails')} {standing.passes.no}
            </p>
          )}
          {round.kind === 'score' && (
            <Bars
              bars={standing.totals.map(({ from, to, count }) => ({
                label: `${from}–${to}`,
                count,
              }))}
              title={say('standingTotals')}
            />
          )}
          {standing.criteria.map(({ key, marks }) => (
            <Bars
              bars={marks.map(({ marks: mark, count }) => ({ label: String(mark), count }))}
              key={key}
              title={nameOf(key)}
            />
          ))}
        </>
      )}
    </Sheet>
  )
}

function Bars({ title, bars }: { title: string; bars: { label: string; count: number }[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <figure className="judging-bars">
      <figcaption>{title}</figcaption>
      <ol>
        {bars.map(({ label, count }) => (
          <li key={label}>
            <b>{count || ''}</b>
            <i style={{ height: `${Math.round((count / most) * 72)}px` }} />
            <span>{label}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
