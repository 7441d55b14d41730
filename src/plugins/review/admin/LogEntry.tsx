'use client'
import { Link, useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useRemote } from '../../../admin/elements/remote.ts'
import { isEntryKind } from '../../../domain/kinds.ts'
import type { TrailRow } from './desk-types.ts'
import { TrailRowItem } from './TrailRowItem.tsx'
import { useReviewWords } from './use-review-words.ts'
import './trail.scss'

type Row = TrailRow & { kind: string; entryId: number; title?: string; publicId?: string | null }

/** A row of the log on a page of its own, as the trail of its entry shows it. */
export const LogEntry: UIFieldClientComponent = () => {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const { say } = useReviewWords()
  const { data: row, failed } = useRemote<Row>(
    id ? `${config.routes.api}/review-logs/${id}?depth=1` : null,
  )
  if (!row) return <p className="desk-part__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
  const kind = isEntryKind(row.kind) ? row.kind : null
  const name = [row.publicId, row.title].filter(Boolean).join(' ')
  return (
    <div className="trail">
      {kind && (
        <p className="trail__entry">
          <Link href={`${config.routes.admin}/collections/${kind}/${row.entryId}`} prefetch={false}>
            {say('openEntry', { name })}
          </Link>
        </p>
      )}
      <ol className="trail__rows">
        <TrailRowItem kind={kind} row={row} />
      </ol>
    </div>
  )
}
