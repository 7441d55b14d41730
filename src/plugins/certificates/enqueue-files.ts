import type { PayloadRequest } from 'payload'
import { enqueueJob } from '../../database/jobs/enqueue.ts'

export const filesJob = 'certificates'

/** Has a batch's files made, in the transaction that writes the batch. */
export async function enqueueFiles(req: PayloadRequest, batch: number): Promise<void> {
  const tellsNobody = Boolean(req.context.tellsNobody)
  await enqueueJob(req, {
    ...{ kind: filesJob, key: `certificates:${batch}` },
    data: { batch, ...(tellsNobody ? { tellsNobody } : {}) },
  })
}
