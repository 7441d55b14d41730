import type { EntryKind } from '../../domain/kinds.ts'
import type { DocumentRow } from '../../domain/showcase/documents.ts'
import type { EntryRow } from '../../domain/showcase/entry.ts'
import { list, query, sql, type SQL } from '../sql.ts'
import { readDocumentRows } from './read-documents.ts'
import { readEntryRows } from './read-entries.ts'
import type { Req } from './request.ts'
import { articleOwner, documentColumns, documentRecords } from './write-documents.ts'
import { entryColumns, entryOwner, entryRecords, placeRecords } from './write-entries.ts'
import { fileRecords, type OwnedFiles } from './write-files.ts'

/** One way in which the read model is not what its sources say; `columns` where rows differ. */
export type Drift = {
  table: 'showcase_entries' | 'showcase_places' | 'showcase_files' | 'showcase_documents'
  key: string
  what: 'missing' | 'left over' | 'differs'
  columns?: string[]
}

/** What is wrong with the rows, places and files of these entries, as far as they are published. */
export async function compareEntries(req: Req, kind: EntryKind, ids: number[]): Promise<Drift[]> {
  const rows = await readEntryRows(req, kind, ids, 'none')
  if (rows.length === 0) return []
  const found = await query<Found>(
    req,
    sql`select r.id as key, s.id is null as missing, ${differing(entryColumns)} as columns
      from ${entryRecords(rows)} left join showcase_entries s on s.id = r.id
      where s.id is null or ${anyDiffers(entryColumns)}`,
  )
  const owned = rows.map(({ id, files }) => ({ owner: entryOwner(id), files }))
  return [
    ...found.map(driftOf('showcase_entries')),
    ...(await comparePlaces(req, rows)),
    ...(await compareFiles(req, owned)),
  ]
}

// An entry stands once under its unit and under each above it.
async function comparePlaces(req: Req, rows: readonly EntryRow[]): Promise<Drift[]> {
  const found = await query<Found>(
    req,
    sql`with wanted as ${placeRecords(rows)}
      select coalesce(w.id, p.id) || ' @ ' || coalesce(w.unit_id, p.unit_id) as key, p.id is null as missing,
        w.id is null as left_over, array_remove(array[
          case when w.track_id <> p.track_id then 'track_id' end,
          case when w.published_at <> p.published_at then 'published_at' end], null) as columns
      from wanted w full join (select * from showcase_places where id in ${list(rows.map(({ id }) => id))}) p
        on p.id = w.id and p.unit_id = w.unit_id
      where (w.id, w.track_id, w.published_at) is distinct from (p.id, p.track_id, p.published_at)`,
  )
  return found.map(driftOf('showcase_places'))
}

async function compareFiles(req: Req, owned: readonly OwnedFiles[]): Promise<Drift[]> {
  const found = await query<Found>(
    req,
    sql`select coalesce(r.name, f.name) as key, f.name is null as missing, r.name is null as left_over,
        array_remove(array[case when r.owner <> f.owner then 'owner' end, case when r.type <> f.type then 'type' end,
          case when r.bytes is distinct from f.bytes then 'bytes' end], null) as columns
      from ${fileRecords(owned)} full join (select * from showcase_files where owner in ${list(owned.map(({ owner }) => owner))}
          or name in (select name from ${fileRecords(owned)})) f on f.name = r.name
      where (r.name, r.owner, r.type, r.bytes) is distinct from (f.name, f.owner, f.type, f.bytes)`,
  )
  return found.map(driftOf('showcase_files'))
}

/** What is wrong with the documents of a type, and with the files of articles. */
export async function compareDocuments(req: Req, type: DocumentRow['type']): Promise<Drift[]> {
  const rows = await readDocumentRows(req, type, null, 'none')
  const found = await query<Found>(
    req,
    sql`select ${type} || ':' || coalesce(r."sourceId", s.source_id) as key, s.type is null as missing,
        r.type is null as left_over, ${differing(documentColumns)} as columns
      from ${documentRecords(rows)}
        full join (select * from showcase_documents where type = ${type}) s on s.source_id = r."sourceId"
      where ${anyDiffers(documentColumns)}`,
  )
  const drifts = found.map(driftOf('showcase_documents'))
  if (type !== 'article' || rows.length === 0) return drifts
  const owned = rows.map(({ sourceId, files }) => ({ owner: articleOwner(sourceId), files }))
  return [...drifts, ...(await compareFiles(req, owned))]
}

/** A row of a comparison, as it comes from the database. */
export type Found = { key: string; missing?: boolean; left_over?: boolean; columns?: string[] }

export const driftOf =
  (table: Drift['table']) =>
  ({ key, missing, left_over, columns }: Found): Drift => {
    if (missing) return { table, key, what: 'missing' }
    if (left_over) return { table, key, what: 'left over' }
    return { table, key, what: 'differs', columns }
  }

function differing(columns: Readonly<Record<string, string>>): SQL {
  const each = Object.entries(columns).map(
    ([name, wanted]) => `case when s.${name} is distinct from ${wanted} then '${name}' end`,
  )
  return sql.raw(`array_remove(array[${each.join(', ')}], null)`)
}

function anyDiffers(columns: Readonly<Record<string, string>>): SQL {
  const stored = Object.keys(columns).map((name) => `s.${name}`)
  return sql.raw(`(${stored.join(', ')}) is distinct from (${Object.values(columns).join(', ')})`)
}
