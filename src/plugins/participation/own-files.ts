import type { PayloadRequest } from 'payload'
import { list, query, sql } from '../../database/sql.ts'
import { DeskRefusal } from '../../domain/participation/desk-refusal.ts'
import type { OwnFile } from '../../domain/participation/entry-desk.ts'

export type FileRow = {
  id: number
  name: string
  mimeType: string
  bytes: number
  processing: string | null
  progress: number | null
  problem: string | null
}

/** What is known of the files of a work that the asking participant may read. */
export async function fileRows(
  req: PayloadRequest,
  ids: readonly number[],
): Promise<Map<number, FileRow>> {
  if (ids.length === 0) return new Map()
  const rows = await query<FileRow>(
    req,
    sql`select id, coalesce(original_name, '') as name, coalesce(mime_type, '') as "mimeType",
        coalesce(filesize, 0)::float8 as bytes, processing, progress::float8 as progress, problem
      from media where id in ${list(ids)}`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export function ownFile({ processing, ...row }: FileRow): OwnFile {
  const isUnderWay = processing === 'waiting' || processing === 'working'
  const state = isUnderWay ? 'waiting' : processing === 'failed' ? 'failed' : 'ready'
  return { ...row, state, progress: isUnderWay ? row.progress : null }
}

/** The media row behind a reference: an id stays as it is, an upload's is looked up. */
export async function mediaIdOf(
  req: PayloadRequest,
  participant: number,
  path: string,
  reference: unknown,
): Promise<unknown> {
  if (typeof reference !== 'object' || reference === null) return reference
  const { upload } = reference as { upload: string }
  const [row] = await query<{ media_id: number | null; state: string }>(
    req,
    sql`select media_id, state from uploads where id = ${upload} and participant_id = ${participant}`,
  )
  if (row?.media_id) return row.media_id
  const words = row
    ? {
        zh: `上传的文件 ${upload} 还不能使用（${row.state}）`,
        en: `The upload ${upload} cannot be used yet (${row.state})`,
      }
    : { zh: `没有上传的文件 ${upload}`, en: `There is no upload ${upload}` }
  throw new DeskRefusal(422, row ? 'file-not-ready' : 'file-not-available', words, [
    { path, message: `${words.zh} / ${words.en}` },
  ])
}
