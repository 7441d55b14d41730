import type { PayloadRequest } from 'payload'
import { query, sql } from '../sql.ts'
import { markChecked, type Checked } from './checks.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What an outside service said about a text or picture of a work. */
export type Verdict = {
  path: string
  mediaId: number | null
  service: string
  label: string
  /** 0 to 1. */
  score: number | null
  detail: string | null
}

/** Puts what the service said in place of what it said before. */
export async function storeVerdicts(
  req: Req,
  work: Checked,
  verdicts: readonly Verdict[],
): Promise<void> {
  await markChecked(req, work, 'outside', verdicts.length)
  await query(
    req,
    sql`delete from outside_verdicts where kind = ${work.kind} and entry_id = ${work.id}`,
  )
  for (const { path, mediaId, service, label, score, detail } of verdicts) {
    // A picture may be gone by now; then so is what was said about it.
    await query(
      req,
      sql`insert into outside_verdicts (kind, entry_id, path, media_id, service, label, score, detail)
        select ${work.kind}, ${work.id}::int, ${path}, ${mediaId}::int, ${service}, ${label}, ${score}::real, ${detail}
        where ${mediaId}::int is null or exists (select from media where id = ${mediaId}::int)`,
    )
  }
}

export async function verdictsOf(req: Req, { kind, id }: Checked): Promise<Verdict[]> {
  return query<Verdict>(
    req,
    sql`select path, media_id as "mediaId", service, label, score, detail
      from outside_verdicts where kind = ${kind} and entry_id = ${id} order by id`,
  )
}
