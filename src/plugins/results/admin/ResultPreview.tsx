'use client'
import type { ResultDeskAnswer } from '../desk-endpoint.ts'
import { signsOf } from '../../../admin/elements/signs.ts'
import { useResultsWords } from './use-results-words.ts'

/** The list that is or would be frozen, as a table. */
export function ResultPreview({ desk }: { desk: ResultDeskAnswer }) {
  const { say, pick, language } = useResultsWords()
  const { preview, findings, pending, versions } = desk
  if (!preview) {
    const half = (text: string) => text.split(' / ').at(language === 'en' ? -1 : 0)
    return findings.length === 0 ? null : (
      <p className="result-desk__warning">
        {say('notYet')}
        {findings.map(half).join(signsOf(language).semicolon)}
      </p>
    )
  }
  const { list, sha256, changes } = preview
  const names = new Map(list.levels.map(({ key, name }) => [key, pick(name)]))
  const nameOf = (level: string | null) =>
    level === null ? say('noAward') : (names.get(level) ?? level)
  const title = pending ? 'previewAsked' : versions.length > 0 ? 'previewNow' : 'previewNew'
  return (
    <div className="result-desk__preview">
      <h3>{say(title)}</h3>
      <p className="result-desk__hint">
        {say('fingerprint', { sha256: '' })}
        <code>{sha256}</code>
      </p>
      <div className="result-desk__scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('level')}</th>
              <th scope="col">{say('rank')}</th>
              <th scope="col">{say('work')}</th>
              <th scope="col">{say('unit')}</th>
            </tr>
          </thead>
          <tbody>
            {list.awards.map(({ entry, level, rank, title: work, unit, authors }) => (
              <tr key={entry}>
                <td>{nameOf(level)}</td>
                <td>{rank}</td>
                <td>
                  {work}
                  <small>{[entry, ...authors].join(' · ')}</small>
                </td>
                <td>{unit}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.vacancies.map(({ level, places }) => (
        <p className="result-desk__hint" key={level}>
          {say('vacant', { level: nameOf(level), places })}
        </p>
      ))}
      {changes.length > 0 && (
        <>
          <h4>{say('changes')}</h4>
          <ul>
            {changes.map(({ entry, before, after }) => (
              <li key={entry}>
                {say('becomes', { entry, before: nameOf(before), after: nameOf(after) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
