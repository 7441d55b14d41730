import type { Payload } from 'payload'
import {
  claimJob,
  countCrash,
  failJob,
  finishJob,
  JobLost,
  renewLease,
  writeProgress,
  type ClaimedJob,
} from '../../database/jobs/queue.ts'
import { words } from '../../domain/words.ts'
import {
  JobRefused,
  type JobHandlers,
  type JobLog,
  type KnownJob,
} from '../../hooks/job-handlers.ts'
import { openSandbox, SandboxDied, type SandboxHolder } from './sandbox.ts'

export type SlotOptions = {
  payload: Payload
  log: JobLog
  handlers: JobHandlers
  /** What this slot does; a slot that does not do the long ones keeps a way open for the short. */
  kinds: string[]
  worker: string
  leaseSeconds: number
  tasks?: string
}

export type Slot = {
  /** Does one job that is due. @returns false when there was none */
  doOne: () => Promise<boolean>
  /** Lets go of the job at hand: it is tried again by whoever comes next. */
  close: () => Promise<void>
  current: () => ClaimedJob | undefined
}

const longestUnlessGiven = 600
const progressEvery = 1_000
/** A file that a child died of twice is not looked at a third time. */
const mostCrashes = 2

/** One after the other: claims a job, keeps its lease alive while it is done, writes what came of it. */
export function openSlot(options: SlotOptions): Slot {
  const { payload, log, handlers, kinds, worker, leaseSeconds, tasks } = options
  const sandbox = openSandbox(log, tasks)
  const closing = new AbortController()
  let current: ClaimedJob | undefined
  let under: Promise<unknown> = Promise.resolve()

  async function doOne(): Promise<boolean> {
    if (closing.signal.aborted) return false
    const job = await claimJob(payload, { kinds, worker, leaseSeconds })
    if (!job) return false
    current = job
    try {
      await carryOut(job, handlers[job.kind]!)
    } finally {
      current = undefined
    }
    return true
  }

  async function carryOut(job: ClaimedJob, known: KnownJob): Promise<void> {
    const { seconds = longestUnlessGiven, everySeconds, onFailed, handler } = known
    const stop = new AbortController()
    const signal = AbortSignal.any([stop.signal, closing.signal])
    const late = setTimeout(
      () => stop.abort(new Error(`The job took longer than ${seconds} s`)),
      seconds * 1000,
    )
    const heartbeat = setInterval(
      () => {
        renewLease(payload, job, leaseSeconds).then(
          (held) => held || stop.abort(new JobLost(`Job ${job.id} was taken over`)),
          (err: unknown) => log.warn({ err, job: job.id }, 'a lease could not be renewed'),
        )
      },
      (leaseSeconds * 1000) / 3,
    )
    let finished = false
    try {
      if (job.attempts > job.mostAttempts) throw new Error('The worker ended before the job did')
      await until(
        signal,
        handler({
          payload,
          data: job.data,
          job,
          signal,
          log,
          progress: atMostEvery(progressEvery, (share) => writeProgress(payload, job, share)),
          sandbox: guarded(sandbox, job, signal),
          finish: async (work) => {
            signal.throwIfAborted()
            await finishJob(payload, job, { work, everySeconds })
            finished = true
          },
        }),
      )
      if (!finished) await finishJob(payload, job, { everySeconds })
    } catch (error) {
      if (finished) log.error({ err: error, job: job.id }, 'a job failed after it was done')
      else await wrote(job, error, { everySeconds, onFailed })
    } finally {
      clearTimeout(late)
      clearInterval(heartbeat)
    }
  }

  async function wrote(
    job: ClaimedJob,
    error: unknown,
    { everySeconds, onFailed }: Pick<KnownJob, 'everySeconds' | 'onFailed'>,
  ): Promise<void> {
    // Nothing to write: it is another's, or its lease runs out and another takes it up.
    if (error instanceof JobLost || closing.signal.aborted) return
    const refused = error instanceof JobRefused ? error : undefined
    const failedWords = refused?.words ?? couldNot
    if (!refused) log.error({ err: error, job: job.id, kind: job.kind }, 'a job failed')
    await failJob(payload, job, {
      error: error instanceof Error ? error.message : String(error),
      words: failedWords,
      final: refused !== undefined,
      everySeconds,
      onFailed: onFailed && ((req) => onFailed({ req, data: job.data, words: failedWords })),
    })
  }

  function guarded(holder: SandboxHolder, job: ClaimedJob, whole: AbortSignal) {
    return {
      run: async <Result>(task: Parameters<SandboxHolder['run']>[0]): Promise<Result> => {
        try {
          const signal = task.signal ? AbortSignal.any([whole, task.signal]) : whole
          return (await holder.run({ ...task, signal })) as Result
        } catch (error) {
          if (!(error instanceof SandboxDied)) throw error
          const crashes = await countCrash(payload, job)
          log.warn({ job: job.id, kind: job.kind, crashes, why: error.message }, 'a child died')
          if (crashes >= mostCrashes) throw new JobRefused(unprocessable, 'unprocessable')
          throw error
        }
      },
    }
  }

  return {
    doOne: () => {
      const doing = doOne()
      under = doing.catch(() => undefined)
      return doing
    },
    current: () => current,
    async close() {
      closing.abort(new Error('The worker stops'))
      await sandbox.close()
      await under
    },
  }
}

export const unprocessable = words('文件无法处理', 'The file cannot be processed')
const couldNot = words('处理没有完成，请稍后重试', 'The work could not be done, try again later')

// A handler that does not heed the signal is not waited for: it can no longer write anything either.
function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

function atMostEvery(ms: number, write: (share: number) => Promise<void>) {
  let last = 0
  return async (share: number) => {
    const now = performance.now()
    if (last !== 0 && now - last < ms) return
    last = now
    await write(Math.min(1, Math.max(0, share)))
  }
}
