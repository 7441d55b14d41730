import type { PayloadRequest } from 'payload'
import type { Excerpt } from '../../domain/content-safety/excerpt.ts'
import type { Hit } from '../../domain/content-safety/find-hits.ts'
import { query, sql } from '../sql.ts'
import type { Checked } from './checks.ts'
import { markChecked } from './checks.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** A word of a list in a field of a work, with the sentence around it. */
export type StoredHit = Hit & Excerpt & { path: string }

/** Most hits of one work that are kept; the number of all is kept beside. */
export const mostHits = 200

/** Puts the hits of a work in place of those it had. */
export async function storeHits(
  req: Req,
  work: Checked,
  hits: readonly StoredHit[],
): Promise<void> {
  await markChecked(req, work, 'words', hits.length)
  await query(req, sql`delete from safety_hits where kind = ${work.kind} and entry_id = ${work.id}`)
  const rows = hits.slice(0, mostHits)
  if (rows.length === 0) return
  const values = rows.map(
    (hit) => sql`(${work.kind}, ${work.id}, ${hit.path}, ${hit.start}, ${hit.end}, ${hit.word},
      ${hit.listId}, ${hit.listVersion}, ${hit.before}, ${hit.found}, ${hit.after})`,
  )
  await query(
    req,
    sql`insert into safety_hits (kind, entry_id, path, start_at, end_at, word, list_id, list_version, before, found, after)
      values ${sql.join(values, sql`, `)}`,
  )
}

export type SeenHit = {
  path: string
  start: number
  end: number
  word: string
  list: string
  category: string
  listVersion: number
} & Excerpt

/** The hits of a work with the names that their lists had in that version. */
export async function hitsOf(req: Req, { kind, id }: Checked): Promise<SeenHit[]> {
  return query<SeenHit>(
    req,
    sql`select path, start_at as start, end_at as "end", word, v.title as list, v.category,
        list_version as "listVersion", before, found, after
      from safety_hits h join word_list_versions v on v.list_id = h.list_id and v.version = h.list_version
      where kind = ${kind} and entry_id = ${id} order by h.id`,
  )
}
