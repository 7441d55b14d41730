import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { RenditionName } from '../../domain/media/made.ts'
import type { Media } from '../../payload-types.ts'

/** What was made of a file for the public; a picture's copies are made while it is stored. */
export type Copy = {
  name: RenditionName | 'wide' | 'card' | 'thumb'
  bytes: number
  width: number | null
  height: number | null
}

/** What staff see of a file. */
export type FileLook = {
  /** 'waiting', 'working', 'done' or 'failed'; null for a file from before there was any of this. */
  processing: string | null
  /** Why it failed, `中文 / English`. */
  problem: string | null
  /** 0 to 1; null while nothing is known. */
  progress: number | null
  mimeType: string
  bytes: number
  width: number | null
  height: number | null
  durationSeconds: number | null
  facts: Record<string, unknown>
  copies: Copy[]
}

/** Puts together what staff see of a file; `progress` is that of its job, 0 to 1. */
export async function fileLook(
  req: PayloadRequest,
  file: Media,
  progress: number | null,
): Promise<FileLook> {
  const { id, processing = null, problem = null, mimeType, filesize, width, height } = file
  const renditions = await query<Copy>(
    req,
    sql`select name, bytes::float8 as bytes, width::int as width, height::int as height
      from media_renditions where media_id = ${id} order by name`,
  )
  return {
    ...{ processing, problem, progress: processing === 'done' ? 1 : progress },
    ...{ mimeType: mimeType ?? '', bytes: filesize ?? 0 },
    ...{ width: width ?? null, height: height ?? null },
    durationSeconds: file.durationSeconds ?? null,
    facts: file.facts && typeof file.facts === 'object' ? { ...file.facts } : {},
    copies: [...storedCopies(file), ...renditions],
  }
}

function storedCopies({ sizes }: Media): Copy[] {
  return (['wide', 'card', 'thumb'] as const).flatMap((name) => {
    const one = sizes?.[name]
    if (!one?.filename) return []
    const { width = null, height = null, filesize } = one
    return [{ name, bytes: filesize ?? 0, width, height }]
  })
}
