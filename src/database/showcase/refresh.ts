import type { EntryKind } from '../../domain/kinds.ts'
import { readDocumentRows, type DocumentType } from './read-documents.ts'
import { readEntryRows } from './read-entries.ts'
import type { Lock, Req } from './request.ts'
import { removeDocuments, writeDocuments } from './write-documents.ts'
import { removeEntries, removeStrays, settlePlaces, writeEntries } from './write-entries.ts'

/**
 * Brings the rows of these entries to what their sources now say, in the request's transaction: written
 * when published, gone when not. Returns how many rows changed.
 */
export async function refreshEntries(
  req: Req,
  kind: EntryKind,
  ids: readonly number[],
  lock: Exclude<Lock, 'none'> = 'around',
): Promise<number> {
  const rows = await readEntryRows(req, kind, ids, lock)
  const gone = await removeEntries(
    req,
    kind,
    ids,
    rows.map(({ id }) => id),
  )
  if (lock !== 'all') return gone + (await writeEntries(req, rows))
  const strays = await removeStrays(req, rows)
  const written = await writeEntries(req, rows)
  return gone + strays + written + (await settlePlaces(req, rows))
}

/** The same for campaigns, tracks or articles. */
export async function refreshDocuments(
  req: Req,
  type: DocumentType,
  ids: readonly number[],
): Promise<void> {
  const rows = await readDocumentRows(req, type, ids, 'around')
  const out = new Set(rows.map(({ sourceId }) => sourceId))
  await removeDocuments(
    req,
    type,
    ids.filter((id) => !out.has(id)),
  )
  await writeDocuments(req, rows)
}
