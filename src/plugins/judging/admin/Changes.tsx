'use client'
import { useState } from 'react'
import type { NamedChange } from '../ranking/changes.ts'
import { useJudgingWords } from './use-judging-words.ts'

const atMost = 200

/** Works whose rank or result another ranking changes: whoever crosses a line first, in full. */
export function Changes({ changes }: { changes: readonly NamedChange[] }) {
  const { say, pick } = useJudgingWords()
  const [all, setAll] = useState(false)
  const crossing = changes.filter(({ crosses }) => crosses)
  const moving = changes.length - crossing.length
  const shown = all ? changes : crossing
  const rank = (value: number | null) => (value === null ? say('none') : String(value))
  if (changes.length === 0) return <p className="judging-round-desk__hint">{say('noChange')}</p>
  return (
    <>
      <p role="status">
        <strong>{say('crossing', { count: crossing.length })}</strong>
        {moving > 0 && <span> {say('moving', { count: moving })}</span>}
      </p>
      {moving > 0 && (
        <label className="judging-board__check">
          <input checked={all} onChange={(event) => setAll(event.target.checked)} type="checkbox" />
          {say('showMoving')}
        </label>
      )}
      {shown.length > 0 && (
        <div className="judging-board__scroll">
          <table className="judging-board__table">
            <thead>
              <tr>
                <th scope="col">{say('work')}</th>
                <th scope="col">{say('rank')}</th>
                <th scope="col">{say('result')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, atMost).map(({ entry, title, unit, rank: of, line, crosses }) => (
                <tr className={crosses ? 'judging-board__crosses' : ''} key={entry}>
                  <th scope="row">
                    {title}
                    <small>{[unit, entry].filter(Boolean).join(' · ')}</small>
                  </th>
                  <td>{say('fromTo', { from: rank(of.before), to: rank(of.after) })}</td>
                  <td>
                    {crosses
                      ? say('fromTo', {
                          from: line.before ? pick(line.before) : say('nothing'),
                          to: line.after ? pick(line.after) : say('nothing'),
                        })
                      : line.after && pick(line.after)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
