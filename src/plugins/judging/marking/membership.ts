import type { PayloadRequest } from 'payload'
import { query, sql } from '../../../database/sql.ts'

/** Whether a judge is in a round's panel and has not left it. */
export async function membershipOf(
  req: PayloadRequest,
  { id, judge }: { id: number; judge: number },
): Promise<boolean> {
  const [row] = await query(
    req,
    sql`select 1 from judging_panel where round_id = ${id} and judge_id = ${judge} and left_at is null`,
  )
  return row !== undefined
}
