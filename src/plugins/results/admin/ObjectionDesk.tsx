'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { beijingEnd } from '../../../domain/beijing-time.ts'
import type { ObjectionState, RulingEffect } from '../../../domain/results/objections.ts'
import type { ObjectionDeskAnswer } from '../objections/endpoints.ts'
import { Chip } from './Chip.tsx'
import { DeskLog } from './DeskLog.tsx'
import { Objector } from './Objector.tsx'
import { RulingActs } from './RulingActs.tsx'
import { toneOf } from './StateCell.tsx'
import { useDesk } from './use-desk.ts'
import { useResultsWords } from './use-results-words.ts'
import './results.scss'

type Doc = {
  entry: string | null
  ground: string
  evidence: { file?: number; name?: string; link?: string }[] | null
  objectorKind: 'participant' | 'unit'
  state: ObjectionState
  dueAt: string | null
  ruling: string | null
  effect: RulingEffect | null
  appliedIn: number | null
}

/** An objection with its evidence, who may be asked for, and the ruling on it. */
export function ObjectionDesk() {
  const { say, pick } = useResultsWords()
  const { base, desk, failed, reload } = useDesk<ObjectionDeskAnswer>('objections')
  if (!base || !desk) {
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
  const doc = desk.doc as Doc
  return (
    <section className="result-desk">
      <p className="result-desk__head">
        <Chip tone={toneOf(doc.state)}>{pick(desk.stateText)}</Chip>
        {doc.dueAt && <span>{say('due', { at: beijingEnd(doc.dueAt) })}</span>}
        {desk.isLate && <Chip tone="late">{say('late')}</Chip>}
      </p>
      <dl className="result-desk__facts">
        <dt>{say('against')}</dt>
        <dd>
          {desk.about.list} · {doc.entry === null && say('wholeList')}
          {desk.about.work && <strong>{desk.about.work}</strong>}
          {doc.entry && <code> {doc.entry}</code>}
        </dd>
        <dt>{say('ground')}</dt>
        <dd className="result-desk__text">{doc.ground}</dd>
        <dt>{say('evidence')}</dt>
        <dd>
          <EvidenceList evidence={doc.evidence ?? []} />
        </dd>
        <dt>{say('objector')}</dt>
        <dd>
          {say(doc.objectorKind === 'unit' ? 'unitObjects' : 'participant')}
          {!desk.isRecused && <Objector base={base} onSeen={reload} />}
        </dd>
        {doc.ruling && (
          <>
            <dt>{say('ruling')}</dt>
            <dd className="result-desk__text">
              {doc.effect && <strong>{say(doc.effect)}　</strong>}
              {doc.ruling}
              {doc.appliedIn !== null && (
                <small>{say('appliedIn', { version: doc.appliedIn })}</small>
              )}
            </dd>
          </>
        )}
      </dl>
      <RulingActs base={base} desk={desk} onDone={reload} />
      <DeskLog rows={desk.log.map((row) => ({ ...row, about: null }))} />
    </section>
  )
}

function EvidenceList({ evidence }: { evidence: NonNullable<Doc['evidence']> }) {
  const { say } = useResultsWords()
  const { config } = useConfig()
  if (evidence.length === 0) return <>{say('none')}</>
  return (
    <ul className="result-desk__evidence">
      {evidence.map(({ file, name, link }) => (
        <li key={link ?? file}>
          {link ? (
            // Somebody else's address: it learns nothing of where it was opened from.
            <a href={link} rel="noopener noreferrer nofollow" target="_blank">
              {link}
            </a>
          ) : (
            <a href={`${config.routes.admin}/collections/media/${file}`}>{name || file}</a>
          )}
        </li>
      ))}
    </ul>
  )
}
