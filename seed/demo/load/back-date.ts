import type { PayloadRequest } from 'payload'
import { query, sql } from '../../../src/database/sql.ts'
import type { PlannedEntry } from '../plan.ts'

/**
 * Gives an entry the times at which the plan lets things happen: the workflow itself knows only the
 * database's clock. In the transaction of `req`.
 */
export async function backDate(
  req: PayloadRequest,
  { id, entry }: { id: number; entry: PlannedEntry },
): Promise<void> {
  const { kind, createdAt, steps, status } = entry
  const created = createdAt.toISOString()
  const timeOf = (...actions: string[]) =>
    steps.findLast(({ action }) => actions.includes(action))?.at.toISOString() ?? null
  const moves = steps.filter(({ action }) => action !== 'note')
  const updated = moves.at(-1)?.at.toISOString() ?? created
  const published = status === 'published' ? timeOf('publish') : null
  await query(
    req,
    sql`update ${sql.identifier(kind)} set created_at = ${created}, updated_at = ${updated},
      submitted_at = ${timeOf('submit')}, published_at = ${published} where id = ${id}`,
  )
  await query(
    req,
    sql`update media set created_at = ${created}, updated_at = ${created}
      where entry_kind = ${kind} and entry_id = ${id}`,
  )
  if (kind !== 'videos' || !entry.past) return
  // A video of 2022 could not be sent in today: the call wants them no older than a year.
  const made = new Date(createdAt.getTime() - 9 * 86_400_000).toISOString()
  await query(req, sql`update videos set made_on = ${made} where id = ${id}`)
}
