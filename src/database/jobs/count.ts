import type { Payload } from 'payload'
import { queryAlone, sql } from '../sql.ts'

export type JobCounts = Record<'waiting' | 'working' | 'failed', number>

/** How many jobs are in each state; what is done, and the timetable's waiting ones, are not counted. */
export async function countJobs(payload: Payload): Promise<JobCounts> {
  const rows = await queryAlone<{ state: string; count: number }>(
    payload,
    sql`select state, count(*)::int as count from jobs where state in ('working', 'failed')
      or state = 'waiting' and kind <> key group by state`,
  )
  const none = { waiting: 0, working: 0, failed: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}
