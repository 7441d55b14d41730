import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { asParticipant, participantOf } from '../../access/person.ts'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { leaveObjections } from '../../database/results/leave-objections.ts'
import { runIn } from '../../database/run-in.ts'
import { participantTables } from '../../database/participant-tables.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { entryKindList, type EntryKind } from '../../domain/kinds.ts'
import { leftReason, partingOf, partingWords } from '../../domain/participation/leaving.ts'
import type { Asking, Farewell } from '../../domain/participation/rights.ts'
import type { Status } from '../../domain/workflow.ts'
import { takeStep } from '../../hooks/steps/take-step.ts'
import { filesOfUnused, removeFilesJob } from './remove-files.ts'

type Work = { kind: EntryKind; id: number; status: Status; publicId: string | null }

const nothing: Farewell = { deleted: 0, withdrawn: 0, left: 0 }

/**
 * Lets a person go: in one transaction their identities are deleted and their sessions void, drafts are
 * deleted, works under review withdrawn, phone numbers erased. Published works stay until the province
 * has decided. Works, consents and steps stay under a number that leads to nobody.
 */
export async function leave(
  payload: Payload,
  { participant, cameFrom }: Asking,
): Promise<Farewell> {
  const user = asParticipant({ id: participant, cameFrom })
  for (let attempt = 1; ; attempt += 1) {
    const req = await createLocalReq({ user: user as never }, payload)
    try {
      return await inTransaction(req, () => leaveIn(req, participant))
    } catch (error) {
      // A step or a merging that crossed this one: the database undid ours, so all is done again.
      if (attempt >= 3 || !isDeadlock(error)) throw error
    }
  }
}

async function leaveIn(req: PayloadRequest, participant: number): Promise<Farewell> {
  const here = await query(
    req,
    sql`select id from participants where id = ${participant} and erased_at is null for update`,
  )
  if (here.length === 0) return nothing
  const farewell = { ...nothing }
  for (const work of await worksOf(req, participant)) {
    const parting = partingOf({ status: work.status, hasNumber: work.publicId !== null })
    if (parting === 'delete') farewell.deleted += await deleteDraft(req, work)
    if (parting === 'withdraw') farewell.withdrawn += await withdraw(req, work)
    if (parting === 'leave') farewell.left += await leaveToProvince(req, work)
  }
  await erasePhones(req, participant)
  await leaveObjections(runIn(req), participant)
  await eraseFiles(req, participant)
  for (const { table, leaving } of participantTables) {
    if (leaving !== 'remove') continue
    await query(
      req,
      sql`delete from ${sql.identifier(table)} where participant_id = ${participant}`,
    )
  }
  await query(
    req,
    sql`update participants set erased_at = now(), epoch = epoch + 1, member = false, phone_verified = false
      where id = ${participant} or merged_into = ${participant}`,
  )
  return farewell
}

async function worksOf(req: PayloadRequest, participant: number): Promise<Work[]> {
  const works: Work[] = []
  for (const kind of entryKindList) {
    works.push(
      ...(await query<Work>(
        req,
        sql`select ${kind} as kind, id, status::text as status, public_id as "publicId"
          from ${sql.identifier(kind)} where participant_id = ${participant} order by id for update`,
      )),
    )
  }
  return works
}

async function deleteDraft(req: PayloadRequest, { kind, id }: Work): Promise<1> {
  await req.payload.delete({
    ...{ collection: kind as 'videos', id, depth: 0, req },
    ...{ overrideAccess: false, user: req.user },
  })
  return 1
}

async function withdraw(req: PayloadRequest, { kind, id }: Work): Promise<1> {
  const { zh, en } = partingWords.reason
  const step = { kind, id, action: 'withdraw', reason: `${zh} / ${en}` }
  await takeStep(req, participantOf(req)!, step)
  return 1
}

async function leaveToProvince(req: PayloadRequest, { kind, id }: Work): Promise<1> {
  await query(
    req,
    sql`insert into entry_attention (kind, entry_id, reason, said)
      values (${kind}, ${id}, ${leftReason}, ${JSON.stringify(partingWords.attention)}::jsonb)
      on conflict (kind, entry_id, reason) where settled_at is null do nothing`,
  )
  return 1
}

async function erasePhones(req: PayloadRequest, participant: number): Promise<void> {
  for (const kind of entryKindList) {
    await query(
      req,
      sql`update ${sql.identifier(`${kind}_authors`)} set phone = null where phone is not null
        and _parent_id in (select id from ${sql.identifier(kind)} where participant_id = ${participant})`,
    )
  }
}

// Rows go now, bytes when this is committed: a job takes them, so that neither is without the other.
async function eraseFiles(req: PayloadRequest, participant: number): Promise<void> {
  const files = await filesOfUnused(req, participant)
  const uploads = await query<{ id: string }>(
    req,
    sql`delete from uploads where participant_id = ${participant} returning id`,
  )
  await query(
    req,
    sql`delete from media where participant_id = ${participant} and entry_id is null`,
  )
  if (files.length + uploads.length === 0) return
  const data = { media: files, uploads: uploads.map(({ id }) => id) }
  await enqueueJob(req, { ...removeFilesJob, key: `participant:${participant}`, data })
}

function isDeadlock(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  return (cause?.code ?? code) === '40P01'
}
