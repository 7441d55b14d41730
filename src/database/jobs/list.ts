import type { PayloadRequest } from 'payload'
import type { Words } from '../../domain/words.ts'
import { query, sql } from '../sql.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** A job as the province sees it. Times are ISO instants. */
export type ListedJob = {
  id: number
  kind: string
  key: string
  state: 'waiting' | 'working' | 'failed'
  attempts: number
  mostAttempts: number
  progress: number | null
  /** For people; null where the fault is ours. */
  words: Words | null
  /** For operators. */
  error: string | null
  createdAt: string
  dueAt: string
  finishedAt: string | null
}

/** What failed, is being done and waits, the latest first; the timetable's waiting ones are left out. */
export function listJobs(req: Req, limit = 100): Promise<ListedJob[]> {
  return query<ListedJob>(
    req,
    sql`select id::int as id, kind, key, state, attempts::int as attempts, most_attempts::int as "mostAttempts",
        progress, words, error, created_at as "createdAt", run_at as "dueAt", finished_at as "finishedAt"
      from jobs where state in ('failed', 'working') or state = 'waiting' and kind <> key
      order by case state when 'failed' then 0 when 'working' then 1 else 2 end, coalesce(finished_at, run_at) desc, id desc
      limit ${limit}`,
  )
}

export type RetriedJob = { kind: string; key: string; data: Record<string, unknown> }

/** Puts a failed job back in the queue. @returns what it is; undefined when it is not (any more) failed */
export async function retryJob(req: Req, id: number): Promise<RetriedJob | undefined> {
  const [row] = await query<RetriedJob>(
    req,
    sql`delete from jobs where id = ${id} and state = 'failed' returning kind, key, data`,
  )
  if (!row) return undefined
  const { kind, key, data } = row
  await query(req, sql`select enqueue_job(${kind}, ${key}, ${JSON.stringify(data)}::jsonb)`)
  return row
}

/** Forgets that a job of this kind and key failed, for it is asked for anew. */
export async function dropFailed(req: Req, kind: string, key: string): Promise<void> {
  await query(req, sql`delete from jobs where key = ${key} and kind = ${kind} and state = 'failed'`)
}

export type KeyProgress = { state: string; progress: number | null }

/** How far the latest job of a kind and key is. */
export async function progressOf(
  req: Req,
  kind: string,
  key: string,
): Promise<KeyProgress | undefined> {
  const [row] = await query<KeyProgress>(
    req,
    sql`select state, progress from jobs where kind = ${kind} and key = ${key} order by id desc limit 1`,
  )
  return row
}
