import type { PoolClient } from 'pg'
import type { MediaGroup } from '../../../domain/media-types.ts'
import { uploadExpiresAfterHours, type UploadState } from '../../../domain/participation/upload.ts'
import type { Words } from '../../../domain/words.ts'
import type { Database } from '../../database.ts'

export type UploadRow = {
  id: string
  group: MediaGroup
  fileName: string
  bytes: number
  state: UploadState
  /** Bytes that have arrived in a bucket; of files in a folder the file says it. */
  received: number
  /** In how many pieces these came. */
  pieces: number
  mediaId: number | null
  problem: Words | null
  createdAt: Date
  expiresAt: Date
  expired: boolean
  /** Its end is less than a day off by more than an hour: a chunk moves it on. */
  aging: boolean
}

export type NewUpload = {
  id: string
  participant: number
  client: number
  group: MediaGroup
  fileName: string
  bytes: number
}

const columns = `id, "group", file_name as "fileName", bytes::float8 as bytes, state, received::float8 as received, pieces,
  media_id as "mediaId", problem,
  created_at as "createdAt", expires_at as "expiresAt", (state = 'receiving' and expires_at < now()) as expired,
  expires_at < now() + make_interval(hours => ${uploadExpiresAfterHours - 1}) as aging`

/** One upload of this person; another's is as if it were not. */
export async function readUpload(
  database: Database,
  id: string,
  participant: number,
): Promise<UploadRow | undefined> {
  const text = `select ${columns} from uploads where id = $1 and participant_id = $2`
  const [row] = await database.read<UploadRow>('upload', text, [id, participant])
  return row
}

/** Lets each person begin one upload at a time, so that an allowance is never overdrawn by two at once. */
export async function lockUploads(client: PoolClient, participant: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock(7301, $1)', [participant])
}

/**
 * Whether a person is still one: a node knows sessions as they were a moment ago. Held until the
 * transaction ends, as merging and leaving take it.
 */
export async function holdPresent(client: PoolClient, participant: number): Promise<boolean> {
  const { rows } = await client.query(
    `select id from participants where id = $1 and merged_into is null and erased_at is null for key share`,
    [participant],
  )
  return rows.length > 0
}

/** What a person has under way, and what of theirs no work uses yet. */
export async function heldBy(
  client: PoolClient,
  participant: number,
): Promise<{ bytes: number; count: number }> {
  const { rows } = await client.query<{ bytes: number; count: number }>(
    `select coalesce(sum(bytes), 0)::float8 as bytes, count(*)::int as count from uploads
      where participant_id = $1 and (state in ('received', 'examining')
        or state = 'receiving' and expires_at > now()
        or state = 'ready' and exists (select from media where media.id = media_id and entry_id is null))`,
    [participant],
  )
  return rows[0]!
}

export async function insertUpload(client: PoolClient, upload: NewUpload): Promise<void> {
  const { id, participant, client: from, group, fileName, bytes } = upload
  await client.query(
    `insert into uploads (id, participant_id, client_id, "group", file_name, bytes, expires_at)
      values ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7))`,
    [id, participant, from, group, fileName, bytes, uploadExpiresAfterHours],
  )
}

/** Only what is still being received, or was refused, can be taken away here. */
export async function deleteUpload(database: Database, id: string): Promise<boolean> {
  const { rowCount } = await database.write((client) =>
    client.query(`delete from uploads where id = $1 and state in ('receiving', 'refused')`, [id]),
  )
  return rowCount === 1
}

/** A chunk came in. Written once an hour at most: the end moves by a day. */
export async function prolong(database: Database, id: string): Promise<void> {
  await database.write((client) =>
    client.query(
      `update uploads set expires_at = now() + make_interval(hours => $2)
        where id = $1 and state = 'receiving' and expires_at < now() + make_interval(hours => $2 - 1)`,
      [id, uploadExpiresAfterHours],
    ),
  )
}

/** All bytes lie there: said once, together with the job that looks at them. */
export async function receive(database: Database, id: string): Promise<void> {
  await database.write((client) => client.query('select upload_received($1)', [id]))
}

export type UploadProgress = {
  processing: string | null
  examined: number | null
  processed: number | null
}

/** How far the jobs are that follow on an upload. */
export async function readProgress(
  database: Database,
  { id, mediaId }: Pick<UploadRow, 'id' | 'mediaId'>,
): Promise<UploadProgress> {
  const [row] = await database.read<UploadProgress>(
    'upload-progress',
    `select (select processing from media where media.id = $2::int) as processing,
      (select progress from jobs where key = 'upload:' || $1 order by id desc limit 1) as examined,
      (select progress from jobs where key = 'media:' || $2::int order by id desc limit 1) as processed`,
    [id, mediaId],
  )
  return row!
}

/** How many bytes have arrived in the bucket. */
export async function readReceived(database: Database, id: string): Promise<number> {
  const [row] = await database.read<{ received: number }>(
    'upload-received',
    'select received::float8 as received from uploads where id = $1',
    [id],
  )
  return row?.received ?? 0
}

/** A part of an upload that lies in the bucket under this name; both numbers in bytes. */
export type Piece = { start: number; bytes: number; name: string }

/**
 * Lets pieces count that follow on what has arrived. False when meanwhile others did, or it has ended.
 *
 * @param pieces at least one, each following on the one before it
 */
export async function notePieces(
  database: Database,
  id: string,
  pieces: readonly Piece[],
): Promise<boolean> {
  const bytes = pieces.reduce((sum, one) => sum + one.bytes, 0)
  const { rowCount } = await database.write((client) =>
    client.query(
      `with moved as (
        update uploads set received = received + $3, pieces = pieces + $4
          where id = $1 and state = 'receiving' and received = $2 returning id)
      insert into upload_pieces (upload_id, start, name)
        select moved.id, piece.start, piece.name
          from moved, jsonb_to_recordset($5) as piece (start bigint, name text)`,
      [id, pieces[0]!.start, bytes, pieces.length, JSON.stringify(pieces)],
    ),
  )
  return rowCount === pieces.length
}
