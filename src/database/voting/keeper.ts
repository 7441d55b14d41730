import pg from 'pg'
import { taskLocks } from './locks.ts'

/** Work that is done again and again, by one node of all. */
export type KeeperTask = {
  name: string
  everyMs: number
  run: (client: pg.PoolClient) => Promise<unknown>
}

type Log = Record<'info' | 'warn', (details: object, message?: string) => void>

export type Keeper = {
  /** Ends with the runs under way. */
  close: () => Promise<void>
}

/**
 * Runs tasks at their intervals, each under a lock of the database: of many nodes one does it, and when
 * that one is gone another. What a task throws is logged, and the next time it is tried again.
 */
export function openKeeper({
  databaseUrl,
  tasks,
  log,
}: {
  databaseUrl: string
  tasks: readonly KeeperTask[]
  log: Log
}): Keeper {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: Math.min(3, Math.max(1, tasks.length)),
    connectionTimeoutMillis: 5_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 600_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'campaign-keeper',
    options: '-c jit=off',
  })
  const broke = (err: Error) => log.warn({ err }, 'a connection to the database broke')
  pool.on('error', broke)
  // One that breaks between two statements of a task has nobody else to tell.
  pool.on('connect', (client) => client.on('error', broke))
  let closing = false
  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<void>>()

  const plan = (task: KeeperTask, wait: number) => {
    if (closing) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      const begun = performance.now()
      const run = once(task).finally(() => {
        running.delete(run)
        // From beginning to beginning, but never without a rest.
        const took = performance.now() - begun
        plan(task, Math.max(task.everyMs - took, task.everyMs / 4))
      })
      running.add(run)
    }, wait)
    timers.add(timer)
  }

  const once = async (task: KeeperTask) => {
    let client: pg.PoolClient | undefined
    let broken: Error | undefined
    try {
      client = await pool.connect()
      const { rows } = await client.query<{ mine: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as mine',
        [taskLocks, task.name],
      )
      if (!rows[0]!.mine) return
      try {
        await task.run(client)
      } finally {
        await client
          .query('select pg_advisory_unlock($1, hashtext($2))', [taskLocks, task.name])
          .catch((lost: Error) => (broken = lost))
      }
    } catch (err) {
      log.warn({ err, task: task.name }, 'a task of the votes failed and will be tried again')
    } finally {
      client?.release(broken)
    }
  }

  for (const task of tasks) plan(task, Math.min(1_000, task.everyMs))
  return {
    async close() {
      closing = true
      for (const timer of timers) clearTimeout(timer)
      await Promise.all(running)
      await pool.end()
    },
  }
}
