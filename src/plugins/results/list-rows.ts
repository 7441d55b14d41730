import type { PayloadRequest } from 'payload'
import { list, query, sql } from '../../database/sql.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { parsePublicId } from '../../domain/public-id.ts'
import type { Status } from '../../domain/workflow.ts'

/** A work as a list names it, and whether it still takes part. */
export type ListedWork = {
  entry: string
  kind: EntryKind
  id: number
  title: string
  unit: string
  unitPath: string
  authors: string[]
  status: Status
}

/** Works by their public ids, as they are called now. */
export async function worksOf(
  req: PayloadRequest,
  entries: readonly string[],
): Promise<Map<string, ListedWork>> {
  const byKind = new Map<EntryKind, string[]>()
  for (const entry of entries) {
    const kind = parsePublicId(entry)?.kind
    if (kind) byKind.set(kind, [...(byKind.get(kind) ?? []), entry])
  }
  const works = new Map<string, ListedWork>()
  for (const [kind, ids] of byKind) {
    const rows = await query<ListedWork>(
      req,
      sql`select e.public_id as entry, ${kind} as kind, e.id, e.title, u.name as unit, e.unit_path as "unitPath",
          e.status::text as status, coalesce((select json_agg(a.name order by a._order)
            from ${sql.identifier(`${kind}_authors`)} a where a._parent_id = e.id and a.name is not null), '[]') as authors
        from ${sql.identifier(kind)} e join units u on u.id = e.unit_id where e.public_id in ${list(ids)}`,
    )
    for (const row of rows) works.set(row.entry, row)
  }
  return works
}
