import { readdir, rm, stat } from 'node:fs/promises'
import type { Payload } from 'payload'
import { queryAlone, sql } from '../../database/sql.ts'
import { removeUpload, uploadFile } from '../../database/upload-files.ts'
import { unusedFilesStayDays } from '../../domain/participation/upload.ts'
import { environment } from '../../environment.ts'
import type { JobGiven } from '../../hooks/job-handlers.ts'
import { dropStrayMedia } from './sweep-media.ts'

const day = 86_400_000
const manyAtOnce = 1_000

type Given = Pick<JobGiven, 'payload' | 'log'> & {
  /** Files of no row that changed since are left alone, in milliseconds: somebody may be writing them. */
  settledAfter?: number
}

/**
 * Puts in order what interrupted work left behind: no finished upload is lost, no file stays without
 * a row, no row without a file. Every step may be cut off and is done again.
 */
export async function sweepUploads({ payload, log, settledAfter = day }: Given): Promise<void> {
  const counts = {
    finished: await finishArrived(payload),
    expired: await dropExpired(payload),
    looked: await lookAgain(payload),
    files: await dropStrayFiles(payload, settledAfter),
    unused: await dropUnusedMedia(payload),
    // A bucket has a job of its own for it: every look at one is paid for.
    media: environment().s3 ? 0 : await dropStrayMedia(payload, settledAfter),
  }
  await dropOldRows(payload)
  if (Object.values(counts).some((count) => count > 0)) log.info(counts, 'swept')
}

/** The process ended between the last byte and the note of it. */
async function finishArrived(payload: Payload): Promise<number> {
  const rows = await queryAlone<{ id: string; bytes: number; received: number; old: boolean }>(
    payload,
    sql`select id, bytes::float8 as bytes, received::float8 as received,
        created_at < now() - interval '10 minutes' as old from uploads
      where state = 'receiving' order by created_at limit ${manyAtOnce}`,
  )
  const inBucket = environment().s3 !== undefined
  let count = 0
  for (const { id, bytes, received, old } of rows) {
    const size = inBucket ? received : await sizeOf(uploadFile(id))
    if (size === bytes) {
      await queryAlone(payload, sql`select upload_received(${id})`)
      count += 1
    } else if (size === undefined && old) {
      await queryAlone(payload, sql`delete from uploads where id = ${id} and state = 'receiving'`)
    }
  }
  return count
}

async function dropExpired(payload: Payload): Promise<number> {
  const rows = await queryAlone<{ id: string }>(
    payload,
    sql`delete from uploads where state = 'receiving' and expires_at < now() returning id`,
  )
  for (const { id } of rows) await removeUpload(payload, id)
  return rows.length
}

/** What arrived and nobody looks at: its job was cleared away or never written. */
async function lookAgain(payload: Payload): Promise<number> {
  const rows = await queryAlone(
    payload,
    sql`select enqueue_job('examine', 'upload:' || id, jsonb_build_object('upload', id)) from uploads
      where state in ('received', 'examining') and not exists (
        select from jobs where kind = 'examine' and key = 'upload:' || uploads.id and state in ('waiting', 'working'))`,
  )
  return rows.length
}

async function dropStrayFiles(payload: Payload, settledAfter: number): Promise<number> {
  const names = await readdir(environment().uploadDir).catch(() => [])
  const kept = await queryAlone<{ id: string }>(
    payload,
    sql`select id from uploads where state in ('receiving', 'received', 'examining')`,
  )
  const ended = await queryAlone<{ id: string }>(
    payload,
    sql`select id from uploads where state in ('ready', 'refused')`,
  )
  const isKept = new Set(kept.map(({ id }) => id))
  const isEnded = new Set(ended.map(({ id }) => id))
  let count = 0
  for (const name of names) {
    const id = name.split('.')[0]!
    if (isKept.has(id)) continue
    const file = uploadFile(name)
    if (!isEnded.has(id) && !(await isSettled(file, settledAfter))) continue
    await rm(file, { force: true })
    count += 1
  }
  return count
}

/** Participants' files that no work took up. Payload deletes them, with their copies. */
async function dropUnusedMedia(payload: Payload): Promise<number> {
  const rows = await queryAlone<{ id: number }>(
    payload,
    sql`select id from media where participant_id is not null and entry_id is null
      and created_at < now() - make_interval(days => ${unusedFilesStayDays}) limit ${manyAtOnce}`,
  )
  for (const { id } of rows) {
    await payload.delete({ collection: 'media', id, depth: 0, overrideAccess: true })
  }
  return rows.length
}

async function dropOldRows(payload: Payload): Promise<void> {
  await queryAlone(
    payload,
    sql`delete from uploads where ended_at < now() - interval '30 days' and (state = 'refused' or state = 'ready' and media_id is null)`,
  )
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  )
}

// By the time of its last change of any kind: a second name keeps the time of the last writing.
async function isSettled(file: string, after: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  return found !== undefined && found.isFile() && Date.now() - found.ctimeMs > after
}
