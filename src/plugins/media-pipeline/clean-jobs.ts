import { queryAlone, sql } from '../../database/sql.ts'
import type { JobGiven } from '../../hooks/job-handlers.ts'

/** What was done stays to be looked at for a week, what failed for a quarter of a year. */
export async function cleanJobs({ payload }: Pick<JobGiven, 'payload'>): Promise<void> {
  await queryAlone(
    payload,
    sql`delete from jobs where state = 'done' and finished_at < now() - interval '7 days'
      or state = 'failed' and finished_at < now() - interval '90 days'`,
  )
}
