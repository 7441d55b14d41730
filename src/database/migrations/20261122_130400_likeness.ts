import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Prints of pictures and texts, pairs that look or read alike.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`select 1`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`select 1`)
}
