import type { PayloadRequest } from 'payload'
import type { MadeFile, Made } from '../../domain/media/made.ts'
import { isEntryKind } from '../../domain/kinds.ts'
import { storePrints } from '../likeness/prints.ts'
import { holdNames } from '../showcase/names.ts'
import { refreshDocuments, refreshEntries } from '../showcase/refresh.ts'
import { list, query, sql } from '../sql.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type FileToProcess = { id: number; filename: string; mimeType: string; bytes: number }

/** A file that is to be made ready, marked as being worked on; null when it is gone. */
export async function startProcessing(req: Req, mediaId: number): Promise<FileToProcess | null> {
  const [row] = await query<FileToProcess>(
    req,
    sql`update media set processing = 'working', progress = 0, problem = null where id = ${mediaId}
      returning id, filename, mime_type as "mimeType", filesize::float8 as bytes`,
  )
  return row ?? null
}

/** A file is to be made ready once more; one that is being worked on says so itself. */
export async function awaitProcessing(req: Req, mediaId: number): Promise<void> {
  await query(
    req,
    sql`update media set processing = 'waiting', problem = null, progress = null
      where id = ${mediaId} and processing is distinct from 'working'`,
  )
}

/** How far the work on a file is, 0 to 1. */
export async function writeProcessing(req: Req, mediaId: number, share: number): Promise<void> {
  await query(
    req,
    sql`update media set progress = ${share} where id = ${mediaId} and processing = 'working'`,
  )
}

/** Says why nothing could be made of a file; the file itself stays for the staff. */
export async function failProcessing(req: Req, mediaId: number, problem: string): Promise<void> {
  await query(
    req,
    sql`update media set processing = 'failed', problem = ${problem}, progress = null where id = ${mediaId}`,
  )
}

/** A rendition as it is kept: `path` is its place now, `name` that of the file from now on. */
export type KeptRendition = MadeFile & { fileName: string }

/**
 * Writes what was made of a file, in the request's transaction: its renditions in place of those it
 * had, its facts, its prints, and what the public sees of the work that uses it.
 *
 * @returns the names of files that nothing names any more: to be removed after the commit
 */
export async function finishProcessing(
  req: PayloadRequest,
  mediaId: number,
  { made, renditions }: { made: Omit<Made, 'files'>; renditions: readonly KeptRendition[] },
): Promise<string[]> {
  const use = await lockUse(req, mediaId)
  const old = await query<{ name: string }>(
    req,
    sql`delete from media_renditions where media_id = ${mediaId} returning file_name as name`,
  )
  // Deleted meanwhile: nothing is kept of it.
  if (!use) return [...old.map(({ name }) => name), ...renditions.map(({ fileName }) => fileName)]
  for (const one of renditions) {
    await query(
      req,
      sql`insert into media_renditions (media_id, name, file_name, mime_type, bytes, width, height, duration_seconds)
        values (${mediaId}, ${one.name}, ${one.fileName}, ${one.mimeType}, ${one.bytes}, ${one.width},
          ${one.height}, ${one.durationSeconds})`,
    )
  }
  const { durationSeconds, width, height, facts, prints } = made
  await query(
    req,
    sql`update media set processing = 'done', progress = 1, problem = null, facts = ${JSON.stringify(facts)}::jsonb,
        duration_seconds = ${durationSeconds}, width = coalesce(${width}::int, width), height = coalesce(${height}::int, height)
      where id = ${mediaId}`,
  )
  await storePrints(req, { mediaId, prints })
  if (use.status === 'published' && use.entryId !== null) {
    if (isEntryKind(use.entryKind)) await refreshEntries(req, use.entryKind, [use.entryId])
    else if (use.entryKind === 'articles') await refreshDocuments(req, 'article', [use.entryId])
  }
  return old.map(({ name }) => name)
}

type Use = { entryKind: string | null; entryId: number | null; status: string | null }

/**
 * Holds a file's row and the work that uses it. Everybody locks the work first, so it is looked up
 * before and once more when both are held; whoever gave the file to another work in between was first,
 * and what is held by then is let go again.
 */
async function lockUse(req: PayloadRequest, mediaId: number): Promise<Use | null> {
  for (;;) {
    await query(req, sql`savepoint use_of_file`)
    const before = await useOf(req, mediaId, false)
    if (!before) return null
    const { entryKind, entryId } = before
    if (entryKind === 'articles') await holdNames(req)
    if (entryId !== null && isEntryKind(entryKind)) {
      const table = sql.identifier(entryKind)
      await query(req, sql`select id from ${table} where id = ${entryId} for share`)
    }
    const use = await useOf(req, mediaId, true)
    if (!use || (use.entryKind === entryKind && use.entryId === entryId)) return use
    await query(req, sql`rollback to savepoint use_of_file`)
  }
}

async function useOf(req: Req, mediaId: number, hold: boolean): Promise<Use | null> {
  const [row] = await query<Use>(
    req,
    sql`select entry_kind as "entryKind", entry_id::int as "entryId", status from media
      where id = ${mediaId} ${hold ? sql`for update` : sql``}`,
  )
  return row ?? null
}

/** The names of all renditions of a file. */
export async function renditionNames(req: Req, mediaIds: readonly number[]): Promise<string[]> {
  const rows = await query<{ name: string }>(
    req,
    sql`select file_name as name from media_renditions where media_id in ${list(mediaIds)}`,
  )
  return rows.map(({ name }) => name)
}
