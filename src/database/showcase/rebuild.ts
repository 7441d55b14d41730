import { createLocalReq, type Payload } from 'payload'
import { entryKindList, type EntryKind } from '../../domain/kinds.ts'
import { inTransaction, list, query, queryAlone, sql } from '../sql.ts'
import { holdNames } from './names.ts'
import { readDocumentRows, type DocumentType } from './read-documents.ts'
import { refreshEntries } from './refresh.ts'
import type { Req } from './request.ts'
import { removeDocuments, writeDocuments } from './write-documents.ts'

export const documentTypes: readonly DocumentType[] = ['campaign', 'track', 'article']

const usualBatch = 200

/** While the database writes one batch, this process works out the next. */
const lanes = 2

export type Rebuilding = {
  /** Called after each batch with how many entries it had. */
  onBatch?: (kind: EntryKind, entries: number) => void
  /** Entries a batch. */
  batchSize?: number
}

/**
 * Makes the whole read model anew, in place: batch by batch, each in a transaction that holds its
 * entries for a moment, rows that are right already are not touched, and only then what has no source
 * any more goes. Whoever reads meanwhile never meets a gap. Returns how many rows of entries changed.
 */
export async function rebuildShowcase(
  payload: Payload,
  { onBatch, batchSize = usualBatch }: Rebuilding = {},
): Promise<number> {
  let changed = 0
  for (const kind of entryKindList) {
    const batches = publishedBatches(payload, kind, batchSize)
    const lane = async () => {
      try {
        for (let next = await batches.next(); !next.done; next = await batches.next()) {
          const ids = next.value
          const written = await alone(payload, (req) => refreshBatch(req, kind, ids))
          changed += written
          onBatch?.(kind, ids.length)
        }
      } finally {
        // When one fails the other ends after its batch.
        await batches.return()
      }
    }
    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
    for (const one of ended) if (one.status === 'rejected') throw one.reason
  }
  changed += await alone(payload, removeLeftOvers)
  changed += await alone(payload, rebuildDocuments)
  if (changed > 0) await alone(payload, settleIndexes)
  // Files and places tell nobody by themselves.
  await queryAlone(payload, sql`select pg_notify('showcase', '{"all":true}')`)
  return changed
}

/** How many entries are published. */
export async function countPublished(payload: Payload): Promise<number> {
  const counts = entryKindList.map(
    (kind) => sql`select count(*) from ${sql.identifier(kind)} where status = 'published'`,
  )
  const [row] = await queryAlone<{ total: string }>(
    payload,
    sql`select sum(count) as total from (${sql.join(counts, sql` union all `)}) each_kind`,
  )
  return Number(row!.total)
}

/** Is there something published and nothing shown? So it is once, after the update that brought the read model. */
export async function isShowcaseEmpty(payload: Payload): Promise<boolean> {
  const [row] = await queryAlone<{ shown: boolean }>(
    payload,
    sql`select exists (select 1 from showcase_documents) or exists (select 1 from showcase_entries) as shown`,
  )
  return !row!.shown
}

async function* publishedBatches(
  payload: Payload,
  kind: EntryKind,
  batchSize: number,
): AsyncGenerator<number[], void, void> {
  let last = 0
  for (;;) {
    const rows = await queryAlone<{ id: number }>(
      payload,
      sql`select id from ${sql.identifier(kind)} where status = 'published' and id > ${last} order by id limit ${batchSize}`,
    )
    if (rows.length > 0) yield rows.map(({ id }) => id)
    if (rows.length < batchSize) return
    last = rows.at(-1)!.id
  }
}

// The words of many rows go into the search indexes together, which is several times faster than by a few.
const indexes = ['showcase_entries_title', 'showcase_entries_people', 'showcase_entries_all']

async function refreshBatch(req: Req, kind: EntryKind, ids: readonly number[]): Promise<number> {
  await query(req, sql`select set_config('gin_pending_list_limit', '32MB', true)`)
  return refreshEntries(req, kind, ids, 'all')
}

async function settleIndexes(req: Req): Promise<void> {
  await query(req, sql`select set_config('statement_timeout', '600000', true)`)
  for (const name of indexes)
    await query(req, sql`select gin_clean_pending_list(${name}::regclass)`)
}

// A row and its source change in one transaction, so one statement sees both as they were at one moment.
async function removeLeftOvers(req: Req): Promise<number> {
  let gone = 0
  for (const kind of entryKindList) {
    const rows = await query(
      req,
      sql`delete from showcase_entries s where s.kind = ${kind} and not exists (select 1
        from ${sql.identifier(kind)} e where e.id = s.entry_id and e.public_id = s.id and e.status = 'published') returning id`,
    )
    gone += rows.length
  }
  const strange = await query(
    req,
    sql`delete from showcase_entries where kind not in ${list(entryKindList)} returning id`,
  )
  await query(
    req,
    sql`delete from showcase_files f where f.owner like 'entry:%'
      and not exists (select 1 from showcase_entries s where f.owner = 'entry:' || s.id)`,
  )
  return gone + strange.length
}

async function rebuildDocuments(req: Req): Promise<number> {
  await holdNames(req)
  let changed = 0
  for (const type of documentTypes) {
    const rows = await readDocumentRows(req, type, null, 'around')
    const sources = rows.map(({ sourceId }) => sourceId)
    const left = await query<{ source_id: number }>(
      req,
      sql`select source_id from showcase_documents where type = ${type}
        ${sources.length > 0 ? sql`and source_id not in ${list(sources)}` : sql``}`,
    )
    await removeDocuments(
      req,
      type,
      left.map(({ source_id }) => source_id),
    )
    changed += left.length + (await writeDocuments(req, rows))
  }
  await query(
    req,
    sql`delete from showcase_files f where f.owner not like 'entry:%' and not exists (
      select 1 from showcase_documents d where d.type = 'article' and f.owner = 'article:' || d.source_id)`,
  )
  return changed
}

async function alone<T>(payload: Payload, work: (req: Req) => Promise<T>): Promise<T> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, () => work(req))
}
