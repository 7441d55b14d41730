import type { StoredFile } from '../../domain/showcase/media.ts'
import { list, query, sql } from '../sql.ts'
import type { Lock, Req } from './request.ts'

/** Rows of files by id. Numbers are numeric there, so they come as text. */
export async function filesById(
  req: Req,
  ids: readonly number[],
  lock: Lock,
): Promise<Map<number, StoredFile>> {
  if (ids.length === 0) return new Map()
  const rows = await query<Record<string, string | null> & { id: number }>(
    req,
    sql`select id, alt, filename, mime_type, filesize, width, height,
        sizes_wide_filename, sizes_wide_mime_type, sizes_wide_filesize, sizes_wide_width, sizes_wide_height,
        sizes_card_filename, sizes_card_mime_type, sizes_card_filesize, sizes_card_width, sizes_card_height,
        sizes_thumb_filename, sizes_thumb_mime_type, sizes_thumb_filesize, sizes_thumb_width, sizes_thumb_height
      from media where id in ${list(ids)} order by id ${lock === 'none' ? sql`` : sql`for share`}`,
  )
  return new Map(rows.map((row) => [row.id, fileOf(row)]))
}

function fileOf(row: Record<string, string | null> & { id: number }): StoredFile {
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
  return { id: row.id, alt: row.alt ?? null, ...facts(''), sizes }
}

const numberOf = (value: string | null | undefined) => (value == null ? null : Number(value))
