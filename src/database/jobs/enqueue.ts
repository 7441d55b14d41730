import type { PayloadRequest } from 'payload'
import { query, sql } from '../sql.ts'

export type NewJob = {
  kind: string
  /** What the job is about (`media:12`): of one kind and key at most one is waiting or working. */
  key: string
  data: object
  /** Not before this time; at once unless given. */
  runAt?: Date
  /** Tries before it fails for good; 3 unless given. */
  mostAttempts?: number
}

/**
 * Writes down a job, in the transaction of `req` (alone when it has none): it is there if and only if
 * what made it necessary is. A job of that kind and key that waits takes over the data; one that is
 * being done is done once more afterwards, with the new data.
 */
export async function enqueueJob(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  { kind, key, data, runAt, mostAttempts = 3 }: NewJob,
): Promise<void> {
  const at = runAt?.toISOString() ?? null
  await query(
    req,
    sql`select enqueue_job(${kind}, ${key}, ${JSON.stringify(data)}::jsonb, ${at}::timestamptz, ${mostAttempts}::int)`,
  )
}
