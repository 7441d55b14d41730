import type { ReadyFile, StoredFile } from '../../domain/showcase/media.ts'
import { list, query, sql } from '../sql.ts'
import type { Lock, Req } from './request.ts'

/** Rows of files by id. Numbers are numeric there, so they come as text. */
export async function filesById(
  req: Req,
  ids: readonly number[],
  lock: Lock,
): Promise<Map<number, StoredFile>> {
  if (ids.length === 0) return new Map()
  const rows = await query<Row>(
    req,
    sql`select id, alt, filename, mime_type, filesize, width, height,
        participant_id is not null as from_outside,
        case when processing = 'done' then jsonb_build_object('durationSeconds', duration_seconds::float8,
          'facts', coalesce(facts, '{}'), 'renditions', (select coalesce(jsonb_agg(jsonb_build_object(
            'name', r.name, 'filename', r.file_name, 'mimeType', r.mime_type, 'bytes', r.bytes, 'width', r.width,
            'height', r.height, 'durationSeconds', r.duration_seconds) order by r.name), '[]')
            from media_renditions r where r.media_id = media.id)) end as ready,
        sizes_wide_filename, sizes_wide_mime_type, sizes_wide_filesize, sizes_wide_width, sizes_wide_height,
        sizes_card_filename, sizes_card_mime_type, sizes_card_filesize, sizes_card_width, sizes_card_height,
        sizes_thumb_filename, sizes_thumb_mime_type, sizes_thumb_filesize, sizes_thumb_width, sizes_thumb_height
      from media where id in ${list(ids)} order by id ${lock === 'none' ? sql`` : sql`for share`}`,
  )
  return new Map(rows.map((row) => [row.id, fileOf(row)]))
}

type Row = Record<string, string | null> & { id: number }
type Made = { from_outside: boolean; ready: ReadyFile | null }

function fileOf(row: Row): StoredFile {
  const { from_outside: isFromOutside, ready } = row as unknown as Made
  const facts = (prefix: string) => ({
    filename: row[`${prefix}filename`] ?? null,
    mimeType: row[`${prefix}mime_type`] ?? null,
    bytes: numberOf(row[`${prefix}filesize`]),
    width: numberOf(row[`${prefix}width`]),
    height: numberOf(row[`${prefix}height`]),
  })
  const sizes = {
    wide: facts('sizes_wide_'),
    card: facts('sizes_card_'),
    thumb: facts('sizes_thumb_'),
  }
  const { id, alt = null } = row
  return { id, alt, ...facts(''), sizes, isFromOutside, ready }
}

const numberOf = (value: string | null | undefined) => (value == null ? null : Number(value))
