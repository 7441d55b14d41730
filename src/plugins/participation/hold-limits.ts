import type { PayloadRequest } from 'payload'
import { list, query, sql } from '../../database/sql.ts'
import { entryKindList, type EntryKind } from '../../domain/kinds.ts'
import {
  checkDrafts,
  checkPersonLimit,
  countedStatuses,
} from '../../domain/participation/limits.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { refusal } from '../../hooks/refuse.ts'

/**
 * Refuses one more draft than a person may keep. `except`: the row that becomes one again. The person is held until the
 * transaction ends; whoever also holds an entry has taken that first.
 */
export async function holdDrafts(
  req: PayloadRequest,
  participant: number,
  except: { kind: EntryKind; id: number } | null,
): Promise<void> {
  await holdPerson(req, participant)
  const branches = entryKindList.map(
    (kind) => sql`select status::text as status from ${sql.identifier(kind)}
      where participant_id = ${participant} and not (${kind}::text = ${except?.kind ?? ''} and id = ${except?.id ?? 0})`,
  )
  const [counts] = await query<{ drafts: number; all: number }>(
    req,
    sql`select count(*) filter (where status = 'draft')::int as drafts, count(*)::int as all
      from (${sql.join(branches, sql` union all `)}) own`,
  )
  refuse(checkDrafts(counts!))
}

/** Refuses one more work of a track than its host lets one person send in. */
export async function holdPersonLimit(
  req: PayloadRequest,
  asked: { participant: number; kind: EntryKind; id: number; track: number; limit: number | null },
): Promise<void> {
  const { participant, kind, id, track, limit } = asked
  if (limit === null) return
  await holdPerson(req, participant)
  const [counted] = await query<{ count: number }>(
    req,
    sql`select count(*)::int as count from ${sql.identifier(kind)}
      where participant_id = ${participant} and track_id = ${track} and id <> ${id}
        and status::text in ${list(countedStatuses)}`,
  )
  refuse(checkPersonLimit({ limit, count: counted!.count }))
}

async function holdPerson(req: PayloadRequest, participant: number): Promise<void> {
  await query(
    req,
    sql`select pg_advisory_xact_lock(hashtext('works of a participant'), ${participant}::int)`,
  )
}

function refuse(why: Refusal | null): void {
  if (why) throw refusal(why.status, why.message, { code: why.code })
}
