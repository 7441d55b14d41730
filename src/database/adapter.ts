import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter, type PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { DatabaseAdapterObj } from 'payload'
import { environment } from '../environment.ts'
import { addOwnTables } from './own-tables.ts'
import { withSearchIndex } from './search.ts'
import { SteadyClient } from './steady-client.ts'

const migrationDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), 'migrations')

/** PostgreSQL with time-outs: no statement, lock or forgotten transaction holds the others up for ever. */
export function database(): DatabaseAdapterObj<PostgresAdapter> {
  const adapter = postgresAdapter({
    pool: {
      connectionString: environment().databaseUrl,
      max: 20,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      application_name: 'campaign',
      Client: SteadyClient,
    },
    push: false,
    migrationDir,
    afterSchemaInit: [addOwnTables],
  })
  return { ...adapter, init: (args) => withSureCommit(withSearchIndex(adapter.init(args))) }
}

/**
 * Payload's commit swallows what the database says to it, and PostgreSQL itself answers the commit of
 * a failed transaction with a silent rollback: the caller would be told that something was saved. So
 * the transaction is asked just before whether it can be committed at all.
 */
function withSureCommit(adapter: PostgresAdapter): PostgresAdapter {
  const { commitTransaction, rollbackTransaction } = adapter
  adapter.commitTransaction = async function (this: PostgresAdapter, given) {
    const id = await given
    const session = this.sessions?.[String(id)]
    try {
      if (session) await session.db.execute(sql`set constraints all immediate`)
    } catch (error) {
      await rollbackTransaction.call(this, id!)
      throw error
    }
    return commitTransaction.call(this, id!)
  }
  return adapter
}
