import { randomUUID } from 'node:crypto'
import { claimJob, failJob, finishJob } from '../../src/database/jobs/queue.ts'
import { JobRefused, jobHandlersOf, type JobGiven } from '../../src/hooks/job-handlers.ts'
import type { TestCampaign } from './campaign.ts'

/**
 * Does all jobs of these kinds that are due, one after the other and without a worker of its own; what
 * fails is thrown. Returns how many were done.
 */
export async function doJobs({ payload }: TestCampaign, ...kinds: string[]): Promise<number> {
  const handlers = jobHandlersOf(payload.config)
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  for (let done = 0; ; done += 1) {
    const job = await claimJob(payload, { kinds, worker: randomUUID(), leaseSeconds: 60 })
    if (!job) return done
    let finished = false
    const finish: JobGiven['finish'] = async (work) => {
      finished = true
      await finishJob(payload, job, { work })
    }
    try {
      await handlers[job.kind]!.handler({
        payload,
        data: job.data,
        job,
        progress: async () => undefined,
        signal: new AbortController().signal,
        log: silent,
        sandbox: { run: () => Promise.reject(new Error('There is no sandbox here')) },
        finish,
      })
      if (!finished) await finish(async () => undefined)
    } catch (error) {
      const final = error instanceof JobRefused
      await failJob(payload, job, { error: String(error), final })
      throw error
    }
  }
}

function ignore(): void {}
