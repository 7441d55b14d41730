import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { createLocalReq } from 'payload'
import { query, sql } from '../../../src/database/sql.ts'

/** The database's time, by which windows open and close, in milliseconds. */
export async function databaseTime(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  const [row] = await query<{ now: number }>(
    req,
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
  )
  return Number(row!.now)
}

/** Waits until the database's clock has passed an instant. @throws when told to stop */
export async function waitUntil(
  payload: Payload,
  at: string | number | Date,
  signal?: AbortSignal,
): Promise<void> {
  const end = new Date(at).getTime()
  for (;;) {
    const left = end - (await databaseTime(payload))
    if (left < 0) return
    await sleep(left + 20, undefined, { signal })
  }
}
