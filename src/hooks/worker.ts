import type { Payload } from 'payload'
import type { JobHandlers, JobLog } from './job-handlers.ts'

export type WorkerOptions = {
  log: JobLog
  /** How many long jobs at once; the short ones have one more slot to themselves. */
  concurrency?: number
  /** Those of the configuration unless given. */
  handlers?: JobHandlers
  /** The module with the sandbox's tasks; src/media-work/tasks.ts unless given. */
  tasks?: string
  /** Seconds after which another worker takes up what this one left. */
  leaseSeconds?: number
  /** Looks by itself so often, in seconds, should a notice be lost. */
  pollSeconds?: number
}

export type Worker = {
  close: () => Promise<void>
  /** Jobs under way, for the metrics. */
  busy: () => number
}

/** What a plugin leaves on `config.custom.openWorker`; src/start opens it. */
export type OpenWorker = (payload: Payload, options: WorkerOptions) => Promise<Worker>
