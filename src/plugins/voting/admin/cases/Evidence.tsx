'use client'
import { beijingTime } from '../../../../domain/beijing-time.ts'
import type { CaseSample } from '../../cases/sample.ts'
import { useCaseWords } from './use-case.ts'

/** What was found: numbers, works, and a sample in which nobody’s address stands. */
export function Evidence({ sample, isFrozen }: { sample: CaseSample; isFrozen: boolean }) {
  const { say } = useCaseWords()
  const { votes, voters, young, networks, devices, traced, first, last, entries, rows } = sample
  const facts: [label: string, value: number | string][] = [
    [say('votes'), votes],
    [say('voters'), voters],
    [say('traced'), traced],
    [say('young'), young],
    [say('networks'), networks],
    [say('devices'), devices],
    [say('span'), first && last ? `${beijingTime(first)} – ${beijingTime(last)}` : '—'],
  ]
  return (
    <>
      <p className="vote-case__hint">
        {say(isFrozen ? 'frozenAt' : 'countedAt', { at: beijingTime(sample.at) })}
      </p>
      <dl className="vote-case__facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {entries.length > 0 && (
        <>
          <h4>{say('byEntry')}</h4>
          <ul className="vote-case__entries">
            {entries.map(({ number, entry, title, votes }) => (
              <li key={number}>
                <span>
                  {title ?? entry} <small>{entry}</small>
                </span>
                <b>{votes}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
    </>
  )
}

function Rows({ rows }: Pick<CaseSample, 'rows'>) {
  const { say } = useCaseWords()
  return (
    <>
      <h4>{say('sample', { count: rows.length })}</h4>
      <div className="vote-case__rows">
        <table>
          <thead>
            <tr>
              {(['time', 'voter', 'work', 'age', 'network', 'device'] as const).map((name) => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.vote}>
                <td>{toTheSecond(row.at)}</td>
                <td>
                  <code>{row.voter}</code>
                </td>
                <td>{row.entry}</td>
                <td>{row.hours === null ? '—' : say('hours', { hours: row.hours })}</td>
                <td>{row.network ?? '—'}</td>
                <td>{row.device ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

// Scripts show themselves by the seconds between votes.
const toTheSecond = (at: string) => `${beijingTime(at)}:${at.slice(17, 19)}`
