import type { EntryKind } from '../domain/kinds.ts'
import { entryKindList } from '../domain/kinds.ts'
import type { Words } from '../domain/words.ts'
import { query, sql } from './sql.ts'

type Req = Parameters<typeof query>[0]

/** A published work of which something changed that the province has to decide over. */
export type Attention = {
  id: number
  kind: EntryKind
  entry: number
  publicId: string | null
  title: string
  reason: string
  said: Words
  at: string
}

/** What waits for the province to decide, the oldest first. */
export async function attentionsOpen(req: Req): Promise<Attention[]> {
  const works = sql.join(
    entryKindList.map(
      (kind) => sql`select ${kind} as kind, id, public_id, title from ${sql.identifier(kind)}`,
    ),
    sql` union all `,
  )
  const rows = await query<Attention>(
    req,
    sql`select a.id, a.kind, a.entry_id as entry, w.public_id as "publicId", w.title, a.reason, a.said, a.at
      from entry_attention a join (${works}) w on w.kind = a.kind and w.id = a.entry_id
      where a.settled_at is null order by a.at, a.id limit 200`,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

/** @returns false when it was settled before, or never was */
export async function settleAttention(req: Req, id: number, by: number): Promise<boolean> {
  const rows = await query(
    req,
    sql`update entry_attention set settled_at = now(), settled_by_id = ${by}
      where id = ${id} and settled_at is null returning id`,
  )
  return rows.length === 1
}

/** A work that is no longer public waits for nothing. */
export async function settleAllOf(
  req: Req,
  { kind, id, by }: { kind: EntryKind; id: number; by: number | null },
): Promise<void> {
  await query(
    req,
    sql`update entry_attention set settled_at = now(), settled_by_id = ${by}
      where kind = ${kind} and entry_id = ${id} and settled_at is null`,
  )
}
