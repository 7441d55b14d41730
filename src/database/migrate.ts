import type { Payload } from 'payload'
import { migrations } from './migrations/index.ts'
import { queryAlone, sql } from './sql.ts'

const lockName = 'campaign migrations'

/**
 * Brings the database to the schema of this version. Several nodes may start at once: one migrates,
 * the others wait for it.
 */
export async function migrate(payload: Payload): Promise<void> {
  const client = await payload.db.pool.connect()
  try {
    // The wait for another node's migration may be longer than a request's time-outs allow.
    await client.query(`set statement_timeout = 0; set lock_timeout = 0`)
    await client.query('select pg_advisory_lock(hashtext($1))', [lockName])
    await payload.db.migrate({ migrations: migrations as never })
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [lockName]).catch(() => undefined)
    client.release(true)
  }
}

/** The names of migrations that this version has and the database has not seen. */
export async function pendingMigrations(payload: Payload): Promise<string[]> {
  const names = migrations.map(({ name }) => name)
  const [table] = await queryAlone<{ found: string | null }>(
    payload,
    sql`select to_regclass('payload_migrations')::text as found`,
  )
  if (!table?.found) return names
  const rows = await queryAlone<{ name: string }>(payload, sql`select name from payload_migrations`)
  const done = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !done.has(name))
}
