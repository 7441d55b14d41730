import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Identities, keys of clients, tokens that were used, sessions.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`select 1`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`select 1`)
}
