import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { noticeClock, versionsOf } from '../../database/results/versions.ts'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import type { JobGiven } from '../../hooks/job-handlers.ts'
import { announceJob } from './announce-job.ts'
import { noteResult } from './result-request.ts'
import { tellOpened } from './tell.ts'

type Data = { result: number; version: number }

/**
 * Tells of a version once its notice has opened, and once only: what is shown is decided by the clock
 * alone, so nothing waits for this.
 */
export async function announce({ data, finish }: JobGiven<Data>): Promise<void> {
  await finish(async (req) => {
    const run = runIn(req)
    await query(req, sql`select id from results where id = ${data.result} for update`)
    const version = (await versionsOf(run, data.result)).find((one) => one.version === data.version)
    if (!version) return
    if ((await noticeClock(run)) < version.window.from) {
      const key = `result:${data.result}:${data.version}`
      const runAt = new Date(Math.max(version.window.from.getTime(), Date.now() + 1_000))
      await enqueueJob(req, { kind: announceJob, key, data, runAt })
      return
    }
    const [told] = await query(
      req,
      sql`select from result_log where result_id = ${data.result} and action = 'opened'
        and detail ->> 'version' = ${String(data.version)}`,
    )
    if (told) return
    await tellOpened(req, version)
    const detail = { version: data.version }
    await noteResult(req, { result: data.result, by: null, action: 'opened', detail })
  })
}
