import type { Config, Payload, PayloadRequest } from 'payload'
import type { Words } from '../domain/words.ts'

/** Work on files that nobody vouches for, done in a process that may die of it. */
export type Sandbox = {
  /**
   * Runs one task of src/media-work/tasks.ts in the child process of this slot.
   *
   * @throws JobRefused when the child says in words why the file cannot be taken, or died of it twice
   * @throws Error for faults that another try may not meet (time and memory limits among them)
   */
  run: <Result>(task: SandboxTask) => Promise<Result>
}

export type SandboxTask = {
  task: string
  /** Goes to the child as JSON: paths, numbers, names. */
  input: object
  /** 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
  limits?: { seconds?: number; megabytes?: number }
}

/** What a handler is given of its job. `data` is what {@link enqueueJob} was given, as JSON keeps it. */
export type JobGiven<Data = Record<string, unknown>> = {
  payload: Payload
  data: Data
  job: { id: number; kind: string; key: string; attempts: number; mostAttempts: number }
  /** Writes how far the work is, 0 to 1; written at most once a second. */
  progress: (share: number) => Promise<void>
  /** Aborted when the process stops, the job takes too long or another worker holds it by now. */
  signal: AbortSignal
  log: JobLog
  sandbox: Sandbox
  /**
   * Writes the outcome and that the job is done in one transaction, so that neither is without the
   * other; a worker that lost its job to another writes nothing. Called at most once, as the last thing.
   */
  finish: (work: (req: PayloadRequest) => Promise<void>) => Promise<void>
}

export type JobLog = Record<
  'debug' | 'info' | 'warn' | 'error',
  (details: object, message?: string) => void
>

/** Does a job; it may run again after a crash, so what it does twice must be as if done once. */
export type JobHandler<Data = Record<string, unknown>> = (given: JobGiven<Data>) => Promise<void>

export type JobOptions = {
  /** Longest that one try may take, in seconds; 600 unless given. */
  seconds?: number
  /** Takes minutes: keeps out of the slot that is kept open for short ones. */
  long?: boolean
  /** Makes it a recurring job: its key is its kind, it is due so many seconds after it was last done. */
  everySeconds?: number
  /** Hears in its own transaction that the job failed for good. */
  onFailed?: (given: FailedJob) => Promise<void>
}

export type FailedJob = { req: PayloadRequest; data: Record<string, unknown>; words: Words }

export type KnownJob = JobOptions & { handler: JobHandler }

/** A configuration whose worker can do jobs of this kind, too. */
export function withJobHandler<Data = Record<string, unknown>>(
  config: Config,
  kind: string,
  handler: JobHandler<Data>,
  options: JobOptions = {},
): Config {
  const jobHandlers = {
    ...jobHandlersOf(config),
    [kind]: { ...options, handler: handler as JobHandler },
  }
  return { ...config, custom: { ...config.custom, jobHandlers } }
}

/** Every kind of job that a configuration knows. */
export function jobHandlersOf(config: { custom?: Record<string, unknown> }): JobHandlers {
  return (config.custom?.jobHandlers ?? {}) as JobHandlers
}

export type JobHandlers = Record<string, KnownJob>

/** A job that no further try would bring to its end: it fails at once, and people read why. */
export class JobRefused extends Error {
  override name = 'JobRefused'
  constructor(
    readonly words: Words,
    readonly code = 'refused',
  ) {
    super(`${words.zh} / ${words.en}`)
  }
}
