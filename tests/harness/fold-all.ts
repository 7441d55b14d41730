import type pg from 'pg'
import { foldVotes } from '../../src/database/voting/fold.ts'
import { until } from './delivery.ts'

/**
 * Folds all that was written until now. A fold waits for every transaction that began before it, those of
 * the databases of other tests, too: here nothing stands in its way.
 */
export async function foldAll(client: Pick<pg.Client, 'query'>): Promise<number> {
  const { rows } = await client.query('select pg_current_xact_id()::text as now')
  await until(async () => {
    const asked = await client.query(
      'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as over',
      [rows[0].now],
    )
    return asked.rows[0].over
  })
  return foldVotes(client)
}
