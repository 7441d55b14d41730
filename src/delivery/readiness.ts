import type { Database } from './database.ts'

export type DeliveryReadiness = { database: boolean; migrations: boolean }

/** The last migration that made a table which is read here. */
const needed = '20261122_100000_showcase'

/** Whether the database answers, and has the tables that the public API reads. */
export async function readReadiness(database: Database): Promise<DeliveryReadiness> {
  try {
    const [row] = await database.read<{ found: boolean }>(
      undefined,
      `select exists (select from payload_migrations where name = $1) as found`,
      [needed],
    )
    return { database: true, migrations: row?.found === true }
  } catch {
    const answers = await database.read(undefined, 'select 1').then(
      () => true,
      () => false,
    )
    return { database: answers, migrations: false }
  }
}
