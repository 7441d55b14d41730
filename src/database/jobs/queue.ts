import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { mostTries, retryAfterSeconds } from '../../domain/job-retries.ts'
import type { Words } from '../../domain/words.ts'
import { inTransaction, query, queryAlone, sql } from '../sql.ts'

/** A job as a worker holds it: `locked_by` and `attempts` together say that it still is its own. */
export type ClaimedJob = {
  id: number
  kind: string
  key: string
  data: Record<string, unknown>
  attempts: number
  mostAttempts: number
  crashes: number
  worker: string
}

/** Another worker holds the job by now, or nobody does: what was done for it must not be written. */
export class JobLost extends Error {
  override name = 'JobLost'
}

/**
 * Takes the next job that is due; each goes to one worker, and those that others take just now are
 * passed over. All times are the database's, so a worker's clock may jump.
 *
 * @param leaseSeconds how long it is held unless {@link renewLease} says again that it is worked on
 */
export async function claimJob(
  payload: Payload,
  { kinds, worker, leaseSeconds }: { kinds: string[]; worker: string; leaseSeconds: number },
): Promise<ClaimedJob | undefined> {
  const [row] = await queryAlone<Omit<ClaimedJob, 'worker'>>(
    payload,
    sql`with next as (
        select id from jobs
        where state = 'waiting' and run_at <= now() and kind in (select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb))
        order by run_at, id for update skip locked limit 1)
      update jobs set state = 'working', attempts = attempts + 1, locked_by = ${worker},
        locked_until = now() + make_interval(secs => ${leaseSeconds}), started_at = now(), progress = null
      from next where jobs.id = next.id
      returning jobs.id::int as id, kind, key, data, attempts::int as attempts,
        most_attempts::int as "mostAttempts", crashes::int as crashes`,
  )
  return row && { ...row, worker }
}

/**
 * Gives back what dead workers held, and the try with it, up to {@link mostTries}. One that was tried
 * often enough is claimed once more only to be told that it failed: `attempts` is then above `mostAttempts`.
 */
export async function releaseAbandoned(payload: Payload): Promise<number> {
  const rows = await queryAlone(
    payload,
    sql`update jobs set state = 'waiting', error = 'The worker ended before the job did',
        locked_by = null, locked_until = null, run_at = now(),
        most_attempts = greatest(most_attempts, least(most_attempts + 1, ${mostTries}))
      where id in (select id from jobs where state = 'working' and locked_until < now() for update skip locked)
      returning id`,
  )
  return rows.length
}

/** @returns false when the job is no longer this worker's */
export async function renewLease(
  payload: Payload,
  { id, worker, attempts }: ClaimedJob,
  leaseSeconds: number,
): Promise<boolean> {
  const rows = await queryAlone(
    payload,
    sql`update jobs set locked_until = now() + make_interval(secs => ${leaseSeconds})
      where id = ${id} and state = 'working' and locked_by = ${worker} and attempts = ${attempts} returning id`,
  )
  return rows.length === 1
}

export async function writeProgress(
  payload: Payload,
  { id, worker, attempts }: ClaimedJob,
  share: number,
): Promise<void> {
  await queryAlone(
    payload,
    sql`update jobs set progress = ${share}
      where id = ${id} and state = 'working' and locked_by = ${worker} and attempts = ${attempts}`,
  )
}

/** One more child died of this job. */
export async function countCrash(payload: Payload, { id }: ClaimedJob): Promise<number> {
  const [row] = await queryAlone<{ crashes: number }>(
    payload,
    sql`update jobs set crashes = crashes + 1 where id = ${id} returning crashes::int as crashes`,
  )
  return row?.crashes ?? 0
}

/**
 * Writes that the job is done, and in the same transaction what `work` writes. Asked for again while
 * it was done, or due again by the timetable, it waits once more.
 *
 * @param everySeconds of a recurring job
 * @throws JobLost, and writes nothing, when another worker took it over
 */
export async function finishJob(
  payload: Payload,
  { id, kind, key, worker, attempts }: ClaimedJob,
  { work, everySeconds }: { work?: (req: PayloadRequest) => Promise<void>; everySeconds?: number },
): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    // First, so that nobody takes it over while the outcome is written.
    const rows = await query(
      req,
      sql`update jobs set locked_by = null, locked_until = null, error = null, words = null, progress = 1,
          state = case when again is null and ${everySeconds ?? null}::int is null then 'done' else 'waiting' end,
          attempts = case when again is null and ${everySeconds ?? null}::int is null then attempts else 0 end,
          run_at = case when again is null then now() + make_interval(secs => ${everySeconds ?? 0}) else now() end,
          data = coalesce(again, data), again = null, finished_at = now(), crashes = 0
        where id = ${id} and state = 'working' and locked_by = ${worker} and attempts = ${attempts} returning id`,
    )
    if (rows.length === 0) throw new JobLost(`Job ${id} is no longer this worker's`)
    await forgetFailed(req, { id, kind, key })
    await work?.(req)
  })
}

export type Failure = {
  error: string
  /** For people; without them the job failed by a fault of ours. */
  words?: Words
  /** True when no further try would help. */
  final?: boolean
  everySeconds?: number
  /** In the transaction that writes a failure for good. */
  onFailed?: (req: PayloadRequest) => Promise<void>
}

/** Writes that a try failed: again after a while, or for good. @returns what became of the job */
export async function failJob(
  payload: Payload,
  job: ClaimedJob,
  { error, words, final = false, everySeconds, onFailed }: Failure,
): Promise<'waiting' | 'failed' | 'lost'> {
  const { id, worker, attempts, mostAttempts } = job
  const over = (final || attempts >= mostAttempts) && everySeconds === undefined
  const wait = everySeconds !== undefined && attempts >= mostAttempts
  const seconds = wait ? everySeconds! : retryAfterSeconds(attempts)
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const rows = await query<{ state: 'waiting' | 'failed' }>(
      req,
      sql`update jobs set locked_by = null, locked_until = null, error = ${error.slice(0, 2_000)},
          words = ${words ? JSON.stringify(words) : null}::jsonb,
          state = case when ${over} and again is null then 'failed' else 'waiting' end,
          attempts = case when again is not null or ${wait} then 0 else attempts end,
          run_at = case when again is null then now() + make_interval(secs => ${seconds}) else now() end,
          data = coalesce(again, data), again = null,
          finished_at = case when ${over} and again is null then now() end
        where id = ${id} and state = 'working' and locked_by = ${worker} and attempts = ${attempts} returning state`,
    )
    const [row] = rows
    if (!row) return 'lost'
    if (row.state === 'failed') {
      await forgetFailed(req, job)
      await onFailed?.(req)
    }
    return row.state
  })
}

// Of one kind and key the last outcome counts: an older failure has been seen to, or is told anew.
async function forgetFailed(
  req: PayloadRequest,
  { id, kind, key }: Pick<ClaimedJob, 'id' | 'kind' | 'key'>,
): Promise<void> {
  await query(
    req,
    sql`delete from jobs where key = ${key} and kind = ${kind} and state = 'failed' and id < ${id}`,
  )
}

/** Puts a recurring job on the timetable unless it is there. */
export async function keepRecurring(payload: Payload, kind: string): Promise<void> {
  await queryAlone(
    payload,
    sql`insert into jobs (kind, key, data) values (${kind}, ${kind}, '{}'::jsonb) on conflict do nothing`,
  )
}

/** Milliseconds until the next of these jobs is due, undefined when none waits. */
export async function untilNext(payload: Payload, kinds: string[]): Promise<number | undefined> {
  const [row] = await queryAlone<{ ms: number | null }>(
    payload,
    sql`select (extract(epoch from min(run_at) - now()) * 1000)::float8 as ms from jobs
      where state = 'waiting' and kind in (select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb))`,
  )
  return row?.ms === null || row === undefined ? undefined : Math.max(0, row.ms)
}
