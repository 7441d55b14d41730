import type pg from 'pg'
import { sealLedger, type Sealed } from '../../src/database/voting/seal.ts'
import { until } from './delivery.ts'
import { testKeys } from './ledger.ts'

/**
 * Seals until everything is sealed. A transaction that is under way in any database of the cluster holds
 * sealing back: that of another test, too.
 */
export async function sealAll(client: pg.ClientBase, most?: number) {
  const sealed: Sealed = { heads: [], rows: 0, busy: false }
  await until(async () => {
    const { heads, rows } = await sealLedger({ client, keys: testKeys, most })
    sealed.heads.push(...heads)
    sealed.rows += rows
    const left = await client.query(
      `select (select count(*) from votes) + (select count(*) from vote_voids)
         - coalesce((select max(size) from ledger_heads), 0) as rows`,
    )
    return Number(left.rows[0].rows) === 0
  })
  return sealed
}
