'use client'
import { Button } from '@payloadcms/ui'
import { beijingTime } from '../../../domain/beijing-time.ts'
import type { DeskVersion, ResultDeskAnswer } from '../desk-endpoint.ts'
import { Chip } from './Chip.tsx'
import { DeskLog } from './DeskLog.tsx'
import { ResultActs } from './ResultActs.tsx'
import { ResultPreview } from './ResultPreview.tsx'
import { useDesk } from './use-desk.ts'
import { useResultsWords } from './use-results-words.ts'
import './results.scss'

/** On a list of results: how it stands, what waits to be confirmed, who is on it, and what may be done. */
export function ResultDesk() {
  const { say, pick } = useResultsWords()
  const { base, desk, failed, reload } = useDesk<ResultDeskAnswer>('results')
  if (!base) return <p className="result-desk__hint">{say('saveFirst')}</p>
  if (!desk) {
    return (
      <section aria-busy={!failed} className="result-desk">
        <p className="result-desk__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
        {failed && (
          <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
            {say('retry')}
          </Button>
        )}
      </section>
    )
  }
  const { objections, versions } = desk
  return (
    <section className="result-desk">
      {versions.length > 0 && (
        <div>
          <h3>{say('versions')}</h3>
          <ol className="result-desk__versions">
            {[...versions].reverse().map((one) => (
              <VersionRow key={one.version} shown={one} />
            ))}
          </ol>
          <p className="result-desk__hint">{pick(objections.line)}</p>
        </div>
      )}
      {objections.unapplied > 0 && (
        <p className="result-desk__warning">{say('unapplied', { count: objections.unapplied })}</p>
      )}
      <ResultActs base={base} desk={desk} onDone={reload} />
      <ResultPreview desk={desk} />
      <DeskLog
        rows={desk.log.map(({ at, by, action, kind, reason }) => ({
          ...{ at, by, action, reason },
          about: kind === null ? null : say(`kind_${kind}` as 'kind_freeze'),
        }))}
      />
    </section>
  )
}

function VersionRow({ shown }: { shown: DeskVersion }) {
  const { say, pick } = useResultsWords()
  const { version, from, to, state, stateText, isServed, reason, rulings, sha256 } = shown
  const tone = state === 'open' ? 'open' : state === 'final' ? 'done' : 'waiting'
  return (
    <li>
      <strong>{say('version', { version })}</strong>
      <Chip tone={tone}>{pick(stateText)}</Chip>
      {isServed && <Chip tone="quiet">{say('served')}</Chip>}
      <span>{say('window', { from: beijingTime(from), to: beijingTime(to) })}</span>
      {rulings > 0 && <span>{say('rulingsIn', { count: rulings })}</span>}
      {reason && <span className="result-desk__reason">{reason}</span>}
      <code title={sha256}>{sha256.slice(0, 12)}</code>
    </li>
  )
}
