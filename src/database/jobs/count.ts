import type { Payload } from 'payload'
import { queryAlone, sql } from '../sql.ts'

/** How many jobs are in each state; what is done is not counted. */
export async function countJobs(payload: Payload): Promise<Record<string, number>> {
  const rows = await queryAlone<{ state: string; count: number }>(
    payload,
    sql`select state, count(*)::int as count from jobs where state in ('waiting', 'working', 'failed') group by state`,
  )
  const none = { waiting: 0, working: 0, failed: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}
