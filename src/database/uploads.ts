import type { Payload, PayloadRequest } from 'payload'
import type { MediaGroup } from '../domain/media-types.ts'
import type { UploadState } from '../domain/participation/upload.ts'
import type { Words } from '../domain/words.ts'
import { query, queryAlone, sql } from './sql.ts'

/** An upload as the jobs see it that follow on it. */
export type StoredUpload = {
  id: string
  participant: number
  /** The name of the client it came through. */
  cameFrom: string
  group: MediaGroup
  fileName: string
  bytes: number
  state: UploadState
  /** The person's identity was erased meanwhile. */
  gone: boolean
}

export async function findUpload(payload: Payload, id: string): Promise<StoredUpload | undefined> {
  const [row] = await queryAlone<StoredUpload>(
    payload,
    sql`select uploads.id, participant_id as participant, coalesce(api_clients.name, '') as "cameFrom", "group",
        file_name as "fileName", bytes::float8 as bytes, uploads.state, participants.erased_at is not null as gone
      from uploads join participants on participants.id = participant_id
        left join api_clients on api_clients.id = uploads.client_id
      where uploads.id = ${id}`,
  )
  return row
}

export async function markExamining(payload: Payload, id: string): Promise<void> {
  await queryAlone(
    payload,
    sql`update uploads set state = 'examining' where id = ${id} and state = 'received'`,
  )
}

/** @returns false when it had come to its end before: a second media row must not be made */
export async function markReady(
  req: PayloadRequest,
  id: string,
  mediaId: number,
): Promise<boolean> {
  const rows = await query(
    req,
    sql`update uploads set state = 'ready', media_id = ${mediaId}, ended_at = now()
      where id = ${id} and state in ('received', 'examining') returning id`,
  )
  return rows.length === 1
}

export async function markRefused(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  id: string,
  words: Words,
): Promise<void> {
  await query(
    req,
    sql`update uploads set state = 'refused', problem = ${JSON.stringify(words)}::jsonb, ended_at = now()
      where id = ${id} and state in ('received', 'examining')`,
  )
}
