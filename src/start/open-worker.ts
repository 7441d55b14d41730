import type { Payload } from 'payload'
import { countJobs } from '../database/jobs/count.ts'
import type { JobStats } from '../door/metrics.ts'
import type { Log } from '../door/log.ts'

type Worker = { close: () => Promise<void> }
type Open = (payload: Payload, options: { log: Log }) => Promise<Worker>

/** Begins to do the jobs of this database; the plugin that knows how leaves it on the configuration. */
export function openWorkerOf(payload: Payload, log: Log): Promise<Worker> {
  const open = payload.config.custom?.openWorker as Open
  return open(payload, { log: log.child({ from: 'worker' }) as unknown as Log })
}

export const jobStatsOf =
  (payload: Payload): JobStats =>
  () =>
    countJobs(payload)
