'use client'
import type { Counted } from '../live-desk.ts'
import { useVotingWords } from './use-voting-words.ts'

/** How many there are of each sort. */
export function Counts({ list, title, none }: { list: Counted[]; title: string; none: string }) {
  const { pick } = useVotingWords()
  return (
    <div className="live-round__panel">
      <h3>{title}</h3>
      {list.length === 0 && <p className="live-round__hint">{none}</p>}
      <table className="live-round__table">
        <tbody>
          {list.map(({ code, words, count }) => (
            <tr key={code}>
              <td>{pick(words)}</td>
              <td>{count.toLocaleString('en-US')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
