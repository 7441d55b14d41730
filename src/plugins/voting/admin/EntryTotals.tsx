'use client'
import type { LiveTotals } from '../live-totals.ts'
import { useVotingWords } from './use-voting-words.ts'

/** The works with their totals, most votes first, each with a bar beside those of the others. */
export function EntryTotals({ totals }: { totals: LiveTotals }) {
  const { say } = useVotingWords()
  if (totals.show === 'none') return null
  const { entries, more, votes } = totals
  const most = Math.max(1, entries[0]?.total ?? 0)
  return (
    <div className="live-round__panel">
      <h3>{say('byEntry')}</h3>
      {votes === 0 && <p className="live-round__hint">{say('noVotes')}</p>}
      <table className="live-round__table">
        <thead>
          <tr>
            <th scope="col">{say('entry')}</th>
            <th scope="col">{say('votes')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ number, entry, title, total }) => (
            <tr key={number}>
              <td>
                {title ?? entry}
                <small>{entry}</small>
                <span className="live-round__bar" style={{ width: `${(total / most) * 100}%` }} />
              </td>
              <td>{total.toLocaleString('en-US')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="live-round__hint">{say('moreEntries', { count: more })}</p>}
    </div>
  )
}
