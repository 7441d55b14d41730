import type pg from 'pg'
import { sealLedger, type Sealed } from '../../src/database/voting/seal.ts'
import { until } from './delivery.ts'
import { testKeys } from './ledger.ts'

/**
 * Seals everything, at once: a transaction that is under way in any database of the cluster, that of another
 * test, too, holds back what came after its beginning, so all of those are waited for before.
 */
export async function sealAll(client: pg.ClientBase, most?: number): Promise<Sealed> {
  const { rows } = await client.query(
    `select greatest((select max(tx) from votes), (select max(tx) from vote_voids))::text as last`,
  )
  const { last } = rows[0]
  await until(async () => {
    const now = await client.query(
      `select coalesce(pg_snapshot_xmin(pg_current_snapshot())::text::bigint > $1::bigint, true) as over`,
      [last],
    )
    return now.rows[0].over
  })
  for (;;) {
    const sealed = await sealLedger({ client, keys: testKeys, most })
    // A keeper seals, too: what it leaves is sealed here.
    if (!sealed.busy) return sealed
  }
}
