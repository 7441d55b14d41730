import { integer, pgTable, primaryKey, text } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PostgresSchemaHook } from '@payloadcms/drizzle/postgres'

/** The last number given per campaign and kind: one locked row makes the numbers gap-free. */
export const publicIdCounters = pgTable(
  'public_id_counters',
  {
    campaignId: integer('campaign_id').notNull(),
    kind: text('kind').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.kind] })],
)

/** Adds the tables that are no collections to the schema, so that migrations carry them. */
export const addOwnTables: PostgresSchemaHook = ({ schema }) => ({
  ...schema,
  tables: { ...schema.tables, public_id_counters: publicIdCounters },
})
