import pg from 'pg'
import { SteadyClient } from '../database/steady-client.ts'
import type { DeliveryLog } from './log.ts'
import { unavailable } from './problem.ts'

export type Database = {
  /**
   * Runs one statement. `name` makes it a prepared one with a plan for all values; without it each run
   * is planned for its own.
   *
   * @throws Problem `unavailable` when the database is away or too slow, within two seconds
   */
  read: <Row extends pg.QueryResultRow>(
    name: string | undefined,
    text: string,
    values?: unknown[],
  ) => Promise<Row[]>
  /**
   * Does all of `work` in one transaction; what it throws undoes all of it.
   *
   * @throws Problem `unavailable` when the database is away or too slow; what `work` throws otherwise
   */
  write: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>
  stats: () => { total: number; idle: number; waiting: number }
  close: () => Promise<void>
}

// Waiting for a connection and for an answer together stay under the two seconds that a caller is promised.
const usualPatience = { connectWithin: 900, statementWithin: 900, answerWithin: 1_000 }

/** How long a read may take, in milliseconds. */
export type Patience = typeof usualPatience

/** The public API's own connections: what the public asks for never waits behind the staff, or they behind it. */
export function openDatabase(
  databaseUrl: string,
  log: DeliveryLog,
  patience = usualPatience,
): Database {
  const { connectWithin, statementWithin, answerWithin } = patience

  const open = (max: number, options: string) => {
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      max,
      connectionTimeoutMillis: connectWithin,
      statement_timeout: statementWithin,
      query_timeout: answerWithin,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      application_name: 'campaign-delivery',
      // Small answers only: neither is worth its start here, and rows of a union come in their order.
      options: `-c jit=off -c max_parallel_workers_per_gather=0 ${options}`,
    })
    pool.on('error', (err) => log.warn({ err }, 'a connection to the database broke'))
    return pool
  }
  // To plan a page costs PostgreSQL as much as to read it, and it would rather plan each time.
  const prepared = open(8, '-c plan_cache_mode=force_generic_plan')
  const planned = open(4, '')
  const writing = new pg.Pool({
    connectionString: databaseUrl,
    max: 6,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 20_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'campaign-delivery',
    Client: SteadyClient,
  })
  writing.on('error', (err) => log.warn({ err }, 'a connection to the database broke'))
  const pools = [prepared, planned, writing]
  return {
    async read(name, text, values) {
      try {
        return (await (name ? prepared : planned).query({ name, text, values })).rows
      } catch (error) {
        if (isOurs(error)) throw error
        log.warn({ err: error }, 'the database did not answer')
        throw unavailable(error)
      }
    },
    async write(work) {
      const client = await writing.connect().catch((error: unknown) => {
        log.warn({ err: error }, 'the database did not answer')
        throw unavailable(error)
      })
      let broken: Error | undefined
      try {
        await client.query('begin')
        const result = await work(client)
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => (broken = lost))
        if (!broken) throw error
        log.warn({ err: error }, 'the database did not answer')
        throw unavailable(error)
      } finally {
        client.release(broken)
      }
    },
    stats: () => ({
      total: sum(pools.map((pool) => pool.totalCount)),
      idle: sum(pools.map((pool) => pool.idleCount)),
      waiting: sum(pools.map((pool) => pool.waitingCount)),
    }),
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()))
    },
  }
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

// SQLSTATE classes of a statement that is wrong in itself: data, syntax. A table that is not there yet
// (42P01) is a database that is not ready.
function isOurs(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^(?:22|42)[0-9A-Z]{3}$/.test(code) && code !== '42P01'
}
