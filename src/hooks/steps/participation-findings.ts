import type { PayloadRequest } from 'payload'
import { consentsOf } from '../../database/consents.ts'
import { list, query, sql } from '../../database/sql.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { participationFindings } from '../../domain/participation/findings.ts'
import type { Finding } from '../../domain/rules/index.ts'
import { usesOf } from '../../fields/file-uses.ts'
import { idOf } from '../../fields/id-of.ts'
import type { Entry } from './entry.ts'

type Question = {
  kind: EntryKind
  entry: Entry
  campaign: { terms?: { version?: string | null } | null }
}

type FileRow = { id: number; name: string; processing: string | null; problem: string | null }

/**
 * What stands against a participant's work beside the rules of its track, as it is stored: age,
 * consents, files. Nothing against the staff's own works.
 */
export async function participationFindingsOf(
  req: PayloadRequest,
  { kind, entry, campaign }: Question,
): Promise<Finding[]> {
  if (idOf(entry.participantId) === null) return []
  const uses = usesOf(entry, req.payload.collections[kind].config)
  const rows = await query<FileRow>(
    req,
    sql`select id, coalesce(original_name, '') as name, processing, problem from media
      where id in ${list(uses.map(({ id }) => id))}`,
  )
  return participationFindings({
    ...{ kind, ageGroup: entry.ageGroup, consents: await consentsOf(req, kind, entry.id) },
    hasGuardianConsent: idOf(entry.guardianConsent) !== null,
    termsVersion: campaign.terms?.version || null,
    files: uses.flatMap(({ id, field }) => {
      const row = rows.find((one) => one.id === id)
      return row ? [{ field, ...row }] : []
    }),
  })
}
