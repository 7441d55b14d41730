import type { Db } from './db.ts'

/**
 * Lets the database's transactions run on until their numbers are behind all that votes carry. A dump
 * that was restored into another cluster has votes of transactions that are still to come there: what is
 * new would not be told from what is folded and sealed. Does nothing everywhere else. Some seconds a
 * million; for a start, before anybody votes.
 *
 * @param db one connection, outside of a transaction
 * @returns how many transactions were let pass
 */
export async function catchUp(db: Db): Promise<number> {
  const { rows } = await db.query(
    `select pg_snapshot_xmax(pg_current_snapshot())::text as next, greatest(
       (select max(tx) from vote_progress),
       (select greatest(votes_tx, voids_tx) from ledger_heads order by number desc limit 1))::text as done`,
  )
  const { next, done } = rows[0]
  if (done === null || BigInt(next) > BigInt(done)) return 0
  // Only now, since it reads all votes: some may be younger than what is folded and sealed.
  const all = await db.query(
    `select greatest($1::bigint, (select max(tx) from votes), (select max(tx) from vote_voids))::text as last`,
    [done],
  )
  const missing = BigInt(all.rows[0].last) + 1n - BigInt(next)
  await db.query('set synchronous_commit = off')
  try {
    await db.query(`do $$ begin
      for n in 1..${missing} loop perform pg_current_xact_id(); commit; end loop;
    end $$`)
  } finally {
    await db.query('reset synchronous_commit')
  }
  return Number(missing)
}
