import { createLocalReq, type Payload } from 'payload'
import { entryKindList, type EntryKind } from '../../domain/kinds.ts'
import { query, sql } from '../sql.ts'
import { compareDocuments, compareEntries, driftOf, type Drift, type Found } from './compare.ts'
import { documentTypes } from './rebuild.ts'
import type { Req } from './request.ts'

const batchSize = 500

/**
 * Works out every row of the read model from its source and compares it with what is there. All at one
 * moment of the database, so that it may run beside everything else. Documents can be left out.
 */
export async function verifyShowcase(
  payload: Payload,
  { onBatch, documents = true }: { onBatch?: (entries: number) => void; documents?: boolean } = {},
): Promise<Drift[]> {
  const req = await createLocalReq({}, payload)
  const id = await payload.db.beginTransaction({
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  } as never)
  req.transactionID = id!
  try {
    const drifts: Drift[] = []
    for (const kind of entryKindList) {
      for (let last = 0; ;) {
        const ids = await publishedAfter(req, kind, last)
        drifts.push(...(await compareEntries(req, kind, ids)))
        onBatch?.(ids.length)
        if (ids.length < batchSize) break
        last = ids.at(-1)!
      }
    }
    drifts.push(...(await leftOverEntries(req)))
    for (const type of documents ? documentTypes : []) {
      drifts.push(...(await compareDocuments(req, type)))
    }
    return drifts
  } finally {
    await payload.db.rollbackTransaction(id!)
  }
}

async function publishedAfter(req: Req, kind: EntryKind, last: number): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select id from ${sql.identifier(kind)} where status = 'published' and id > ${last} order by id limit ${batchSize}`,
  )
  return rows.map(({ id }) => id)
}

async function leftOverEntries(req: Req): Promise<Drift[]> {
  const sources = entryKindList.map(
    (kind) =>
      sql`select ${kind} as kind, id, public_id from ${sql.identifier(kind)} where status = 'published'`,
  )
  const entries = await query<Found>(
    req,
    sql`select s.id as key, true as left_over from showcase_entries s where not exists (select 1
      from (${sql.join(sources, sql` union all `)}) e where e.kind = s.kind and e.id = s.entry_id and e.public_id = s.id)`,
  )
  const files = await query<Found>(
    req,
    sql`select name as key, true as left_over from showcase_files f
      where not exists (select 1 from showcase_entries s where f.owner = 'entry:' || s.id)
        and not exists (select 1 from articles a where a._status = 'published' and f.owner = 'article:' || a.id)`,
  )
  return [...entries.map(driftOf('showcase_entries')), ...files.map(driftOf('showcase_files'))]
}
