import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { environment } from '../environment.ts'
import { joinPieces, openPieces, removePieces } from './files/pieces.ts'
import type { FileStore } from './files/store.ts'
import { queryAlone, sql } from './sql.ts'

let memo: Promise<FileStore> | undefined

/** Where pieces of uploads lie; undefined where uploads lie in a folder. */
export async function uploadPieces(): Promise<FileStore | undefined> {
  const { s3 } = environment()
  return s3 && (memo ??= openPieces(s3))
}

/** Where an upload lies in the folder of uploads. */
export function uploadFile(id: string): string {
  return path.join(environment().uploadDir, path.basename(id))
}

/**
 * Where an upload that has arrived can be read on this machine: where it lies, or put together in
 * `folder`, which is the caller's to remove. Null: there is not all of it.
 *
 * @throws FilesAway
 */
export async function fetchUpload(
  payload: Payload,
  { id, bytes }: { id: string; bytes: number },
  { folder, signal }: { folder: () => Promise<string>; signal?: AbortSignal },
): Promise<string | null> {
  const pieces = await uploadPieces()
  const rows = pieces ? await readPieces(payload, id) : []
  // What had come into the folder before there was a bucket is still there.
  if (!pieces || rows.length === 0)
    return (await sizeOf(uploadFile(id))) === bytes ? uploadFile(id) : null
  const to = path.join(await folder(), id)
  return (await joinPieces(pieces, rows, { to, signal })) === bytes ? to : null
}

/** Removes what lies there of an upload, wherever that is. @throws FilesAway */
export async function removeUpload(payload: Payload, id: string): Promise<void> {
  await rm(uploadFile(id), { force: true })
  const pieces = await uploadPieces()
  if (!pieces) return
  await removePieces(pieces, id)
  await queryAlone(payload, sql`delete from upload_pieces where upload_id = ${id}`)
}

async function readPieces(payload: Payload, upload: string): Promise<string[]> {
  const rows = await queryAlone<{ name: string }>(
    payload,
    sql`select name from upload_pieces where upload_id = ${upload} order by start`,
  )
  return rows.map(({ name }) => name)
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  )
}
