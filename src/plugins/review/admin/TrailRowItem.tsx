'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { StatusChip } from '../../../admin/elements/StatusChip.tsx'
import { inLanguage } from '../../../admin/elements/translate.ts'
import type { EntryKind } from '../../../domain/kinds.ts'
import type { TrailRow } from './desk-types.ts'
import { readableChange } from './field-labels.ts'
import { roles, useStepWords } from './step-words.ts'
import { useReviewWords } from './use-review-words.ts'

type Props = { row: TrailRow; kind: EntryKind | null }

/** One row of the time line. */
export function TrailRowItem({ row, kind }: Props) {
  const { say, language } = useReviewWords()
  const step = useStepWords()
  const { action, actorName, actorRole, actorUnit, createdAt, from, to, reason } = row
  const unit = typeof actorUnit === 'object' ? actorUnit?.name : undefined
  const role = roles[actorRole ?? '']
  const warnings = row.findings ?? []
  return (
    <li className={`trail__row trail__row--${action}`}>
      <header className="trail__head">
        <strong>{step(action)}</strong>
        {from !== to && (
          <span className="trail__move">
            <StatusChip status={from} /> → <StatusChip status={to} />
          </span>
        )}
        <time className="trail__time" dateTime={createdAt} title={say('beijing')}>
          {beijingTime(createdAt)}
        </time>
      </header>
      <p className="trail__who">
        {[actorName, unit, !unit && role && say(role)].filter(Boolean).join(' · ')}
      </p>
      {reason && <blockquote className="trail__reason">{reason}</blockquote>}
      <Changes kind={kind} row={row} />
      {warnings.length > 0 && (
        <details className="trail__more">
          <summary>{`${say('warned')} (${warnings.length})`}</summary>
          <ul>
            {warnings.map(({ rule, path, message, messageEn }) => (
              <li key={`${rule} ${path}`}>
                {inLanguage({ zh: message, en: messageEn }, language)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function Changes({ row, kind }: Props) {
  const { say } = useReviewWords()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const changes = row.changes ?? []
  if (changes.length === 0 || !kind) return null
  const { fields } = getEntityConfig({ collectionSlug: kind })
  return (
    <details className="trail__more" open={changes.length <= 3}>
      <summary>{say('changed', { count: changes.length })}</summary>
      <dl className="trail__changes">
        {changes.map((change) => {
          const { label, before, after } = readableChange(change, { fields, i18n, say })
          return (
            <div key={change.path}>
              <dt>{label}</dt>
              <dd>
                <del aria-label={say('before')}>{before}</del>
                <ins aria-label={say('after')}>{after}</ins>
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
