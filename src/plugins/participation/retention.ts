import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { inTransaction, list, query, sql, type SQL } from '../../database/sql.ts'
import { entryKindList, type EntryKind } from '../../domain/kinds.ts'
import { erasedBefore, type Retained } from '../../domain/participation/retention.ts'
import type { JobHandler } from '../../hooks/job-handlers.ts'
import { fileNames, removeFilesJob } from './remove-files.ts'

export type Erased = Record<Retained, number>

/** Erases what has been kept long enough; once a day. */
export const keepRetention: JobHandler = async ({ payload, log }) => {
  log.info({ erased: await eraseOld(payload, new Date()) }, 'what was kept long enough is erased')
}

/** Forgets tokens that nobody would take any more; more often, for voting uses many. */
export const forgetTokens: JobHandler = async ({ payload }) => {
  await eraseTokens(payload, new Date())
}

/** Each kind of thing in transactions of its own: what one of them meets does not keep the others. */
export async function eraseOld(payload: Payload, now: Date): Promise<Erased> {
  return {
    phones: await erasePhones(payload, erasedBefore('phones', now)),
    guardianConsents: await eraseConsents(payload, erasedBefore('guardianConsents', now)),
    unfinishedDrafts: await eraseDrafts(
      payload,
      sql`e.updated_at <= ${erasedBefore('unfinishedDrafts', now).toISOString()}`,
    ),
    draftsOfLeft: await eraseDrafts(
      payload,
      sql`exists (select from participants p where p.id = e.participant_id
        and p.erased_at <= ${erasedBefore('draftsOfLeft', now).toISOString()})`,
    ),
    usedTokens: await eraseTokens(payload, now),
    idempotencyAnswers: await countOf(
      { payload },
      sql`delete from idempotency_keys where at <= ${erasedBefore('idempotencyAnswers', now).toISOString()} returning 1`,
    ),
  }
}

function eraseTokens(payload: Payload, now: Date): Promise<number> {
  const before = erasedBefore('usedTokens', now).toISOString()
  return countOf(
    { payload },
    sql`delete from used_tokens where expires_at <= ${before} returning 1`,
  )
}

// Works of campaigns that ended long ago, and that nobody has changed for as long.
function restingSince(before: Date): SQL {
  const at = before.toISOString()
  return sql`e.updated_at <= ${at} and e.campaign_id in (
    select _parent_id from campaigns_phases group by _parent_id having max("to") <= ${at})`
}

async function erasePhones(payload: Payload, before: Date): Promise<number> {
  let erased = 0
  for (const kind of entryKindList) {
    erased += await countOf(
      { payload },
      sql`update ${sql.identifier(`${kind}_authors`)} set phone = null where phone is not null and _parent_id in (
        select e.id from ${sql.identifier(kind)} e where ${restingSince(before)}) returning 1`,
    )
  }
  return erased
}

async function eraseConsents(payload: Payload, before: Date): Promise<number> {
  let erased = 0
  for (const kind of entryKindList) {
    const req = await createLocalReq({}, payload)
    erased += await inTransaction(req, () => eraseConsentsOf(req, kind, before))
  }
  return erased
}

async function eraseConsentsOf(
  req: PayloadRequest,
  kind: EntryKind,
  before: Date,
): Promise<number> {
  const rows = await query<{ entry: number; media: number }>(
    req,
    sql`select e.id as entry, e.guardian_consent_id as media from ${sql.identifier(kind)} e
      where e.guardian_consent_id is not null and ${restingSince(before)} order by e.id limit 500 for update`,
  )
  if (rows.length === 0) return 0
  const entries = list(rows.map(({ entry }) => entry))
  await query(
    req,
    sql`update ${sql.identifier(kind)} set guardian_consent_id = null where id in ${entries}`,
  )
  await removeMedia(
    req,
    rows.map(({ media }) => media),
  )
  return rows.length
}

async function eraseDrafts(payload: Payload, condition: SQL): Promise<number> {
  let erased = 0
  for (const kind of entryKindList) {
    const drafts = await query<{ id: number }>(
      { payload },
      sql`select e.id from ${sql.identifier(kind)} e where e.participant_id is not null
        and e.status = 'draft' and e.public_id is null and ${condition} order by e.id limit 500`,
    )
    for (const { id } of drafts) erased += await eraseDraft(payload, kind, id, condition)
  }
  return erased
}

async function eraseDraft(
  payload: Payload,
  kind: EntryKind,
  id: number,
  condition: SQL,
): Promise<number> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    // Somebody may have gone on with it meanwhile.
    const still = await query(
      req,
      sql`select e.id from ${sql.identifier(kind)} e where e.id = ${id} and e.status = 'draft'
        and e.public_id is null and ${condition} for update`,
    )
    if (still.length === 0) return 0
    const files = await query<{ id: number }>(
      req,
      sql`select id from media where entry_kind = ${kind} and entry_id = ${id}`,
    )
    await req.payload.delete({ collection: kind as 'videos', id, depth: 0, req })
    await removeMedia(
      req,
      files.map((file) => file.id),
    )
    return 1
  })
}

/** Rows now, bytes by a job when this is committed. */
async function removeMedia(req: PayloadRequest, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const media = await fileNames(req, sql`m.id in ${list(ids)}`)
  await query(req, sql`delete from media where id in ${list(ids)}`)
  const data = { media, uploads: [] }
  await enqueueJob(req, { ...removeFilesJob, key: `media:${ids[0]}`, data })
}

async function countOf(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  statement: SQL,
): Promise<number> {
  return (await query(req, statement)).length
}
