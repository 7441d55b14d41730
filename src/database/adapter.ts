import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { environment } from '../environment.ts'
import { addOwnTables } from './own-tables.ts'

const migrationDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), 'migrations')

/** PostgreSQL with time-outs: no statement, lock or forgotten transaction holds the others up for ever. */
export function database() {
  return postgresAdapter({
    pool: {
      connectionString: environment().databaseUrl,
      max: 20,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      application_name: 'campaign',
    },
    push: false,
    migrationDir,
    afterSchemaInit: [addOwnTables],
  })
}
