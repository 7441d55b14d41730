import type { PayloadRequest } from 'payload'
import { consentsOf } from '../../database/consents.ts'
import { query, sql } from '../../database/sql.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import {
  changedConsents,
  consentNote,
  missingFor,
  type ConsentInput,
} from '../../domain/participation/consents.ts'
import type { Who } from '../../domain/participation/entry-desk.ts'
import type { Entry } from '../../hooks/steps/entry.ts'
import { writeLog } from '../../hooks/write-log.ts'

/**
 * Records what a participant says of consents, as far as it is new. Once the work was sent in its
 * reviewers read of it in the trail; when it is published without what that needs, it waits for the
 * province to decide (`entry_attention`).
 */
export async function recordConsents(
  req: PayloadRequest,
  who: Who,
  { kind, entry, given }: { kind: EntryKind; entry: Entry; given: ConsentInput },
): Promise<void> {
  const changes = changedConsents(given, await consentsOf(req, kind, entry.id))
  for (const { purpose, granted, termsVersion } of changes) {
    await query(
      req,
      sql`insert into consents (participant_id, client_id, kind, entry_id, purpose, granted, terms_version)
        values (${who.participant}, ${who.client}, ${kind}, ${entry.id}, ${purpose}, ${granted}, ${termsVersion})`,
    )
  }
  if (changes.length === 0 || !entry.publicId) return
  const said = consentNote(changes)
  const { status } = entry
  const reason = `${said.zh} / ${said.en}`
  await writeLog(req, { kind, entry, action: 'note', from: status, to: status, reason })
  if (status !== 'published') return
  const consents = await consentsOf(req, kind, entry.id)
  const missing = missingFor('publish', { kind, consents, termsVersion: null })
  if (missing.length === 0) return
  await query(
    req,
    sql`insert into entry_attention (kind, entry_id, reason, said)
      values (${kind}, ${entry.id}, 'consent-withdrawn', ${JSON.stringify(said)}::jsonb)
      on conflict (kind, entry_id, reason) where settled_at is null do update set said = excluded.said, at = excluded.at`,
  )
}
