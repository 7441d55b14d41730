import type { Payload } from 'payload'
import type { Readiness } from '../door/health.ts'
import { loadConfig } from './load-config.ts'
import type { Log } from '../door/log.ts'

type Opened = { payload: Payload; firstAccount: { email: string; password: string } | undefined }

/**
 * Opens the one Payload of this process (Next's routes find it again on `globalThis`), brings its
 * database to this version and loads what an empty one needs. The settings must be complete: the
 * configuration is imported here, and reads them.
 *
 * @param prepare false on a node that only works for others: it leaves an empty database empty
 */
export async function openPayload(log: Log, { prepare = true } = {}): Promise<Opened> {
  const config = await loadConfig()
  const { getPayload } = await import('payload')
  const { migrate } = await import('../database/migrate.ts')
  const { prepareData } = await import('./prepare-data.ts')
  // Payload's type for it names another copy of pino.
  // While developing it listens to Next's messages about changes, which nobody sends before Next runs:
  // the first request opens that line.
  process.env.DISABLE_PAYLOAD_HMR = 'true'
  const logger = log.child({ from: 'payload' }) as never
  const payload = await getPayload({ config: { ...config, logger } })
  delete process.env.DISABLE_PAYLOAD_HMR
  // A connection that is lost while nobody uses it; unheard, it would end the process.
  payload.db.pool.on('error', (err) => log.warn({ err }, 'a connection to the database was lost'))
  try {
    await migrate(payload)
    const { firstAccount } = prepare ? await prepareData(payload) : {}
    return { payload, firstAccount }
  } catch (error) {
    await closePayload(payload)
    throw error
  }
}

/**
 * Payload closes everything but the pool of its database, and of that it keeps one connection checked
 * out for good (read in @payloadcms/db-postgres/dist/connect.js): the pool alone would wait for it
 * for ever. Call when no request is under way.
 */
export async function closePayload(payload: Payload): Promise<void> {
  await payload.destroy()
  const { pool } = payload.db
  if (pool.ended) return
  const { _clients: clients } = pool as unknown as { _clients: { end: () => Promise<void> }[] }
  void pool.end()
  await Promise.all([...clients].map((client) => client.end()))
}

const answersWithin = 2_000

/** Asks the database whether it answers within two seconds and has every migration of this version. */
export async function readinessOf(payload: Payload): Promise<Readiness> {
  const { pendingMigrations } = await import('../database/migrate.ts')
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answersWithin)
  })
  try {
    const pending = await Promise.race([pendingMigrations(payload), late])
    return { database: pending !== undefined, migrations: pending?.length === 0 }
  } catch {
    return { database: false, migrations: false }
  } finally {
    clearTimeout(timer)
  }
}
