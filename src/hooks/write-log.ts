import type { PayloadRequest } from 'payload'
import { participantOf, personOf } from '../access/person.ts'
import { idOf } from '../fields/id-of.ts'

/** What happened to an entry. `entry` is its row; ids may be bare or filled in. */
export type LogEntry = {
  kind: string
  entry: Record<string, unknown>
  action: string
  from: string
  to: string
  reason?: string | null
  changes?: unknown
  findings?: unknown
}

/** Adds one row to the review log in the request's transaction. Rows are never changed afterwards. */
export async function writeLog(
  req: PayloadRequest,
  { kind, entry, action, from, to, reason, changes, findings }: LogEntry,
) {
  const person = personOf(req)
  const participant = participantOf(req)
  return req.payload.db.create({
    collection: 'review-logs',
    req,
    data: {
      kind,
      entryId: entry.id,
      publicId: entry.publicId ?? null,
      title: entry.title,
      track: idOf(entry.track),
      unit: idOf(entry.unit),
      action,
      from,
      to,
      reason: reason ?? null,
      changes: changes ?? null,
      findings: findings ?? null,
      actor: person?.id ?? null,
      actorName: person?.name ?? (participant ? '作者本人' : '系统'),
      actorRole: person?.role ?? participant?.role ?? 'system',
      actorUnit: person?.unitId ?? null,
    },
  })
}
