import type { PayloadRequest } from 'payload'
import { list, query, sql } from '../../database/sql.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { DeskRefusal } from '../../domain/participation/desk-refusal.ts'
import type { OwnFile } from '../../domain/participation/entry-desk.ts'
import type { Words } from '../../domain/words.ts'

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

/** One file that a participant names in a field, `path` being its place in there. */
export type NamedFile = { field: string; path: string; reference: unknown }

/** The media row behind a reference: an upload's is looked up; it has to be the participant's own, and fit. */
export async function mediaIdOf(
  req: PayloadRequest,
  participant: number,
  { kind, field, path, reference }: NamedFile & { kind: EntryKind },
): Promise<unknown> {
  const isUpload = typeof reference === 'object' && reference !== null
  const id = isUpload
    ? await uploadedAs(req, participant, path, (reference as { upload: string }).upload)
    : reference
  const [row] = await query<{ mimeType: string | null }>(
    req,
    sql`select mime_type as "mimeType" from media where id = ${Number(id)} and participant_id = ${participant}`,
  )
  if (!row) {
    throw notAvailable(path, { zh: `没有文件 ${String(id)}`, en: `There is no file ${String(id)}` })
  }
  const accepts = acceptedBy(req, kind, field)
  if (accepts.includes(row.mimeType ?? '')) return id
  throw notAvailable(path, {
    zh: `${path} 不收 ${row.mimeType} 类型的文件，可用：${accepts.join('、')}`,
    en: `${path} does not take ${row.mimeType}, but ${accepts.join(', ')}`,
  })
}

async function uploadedAs(
  req: PayloadRequest,
  participant: number,
  path: string,
  upload: string,
): Promise<number> {
  const [row] = await query<{ media_id: number | null; state: string }>(
    req,
    sql`select media_id, state from uploads where id = ${upload} and participant_id = ${participant}`,
  )
  if (row?.media_id) return row.media_id
  if (!row) {
    throw notAvailable(path, {
      zh: `没有上传的文件 ${upload}`,
      en: `There is no upload ${upload}`,
    })
  }
  const words = {
    zh: `上传的文件 ${upload} 还不能使用（${row.state}）`,
    en: `The upload ${upload} cannot be used yet (${row.state})`,
  }
  throw notAvailable(path, words, 'file-not-ready')
}

function notAvailable(path: string, words: Words, code = 'file-not-available'): DeskRefusal {
  return new DeskRefusal(422, code, words, [{ path, message: `${words.zh} / ${words.en}` }])
}

function acceptedBy(req: PayloadRequest, kind: EntryKind, name: string): readonly string[] {
  const fields = req.payload.collections[kind].config.flattenedFields
  const field = fields.find((one) => one.name === name)
  return (field?.custom?.mimeTypes ?? []) as string[]
}
