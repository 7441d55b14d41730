import type { Db } from './seal/db.ts'

const foldLock = 7_313

/**
 * Adds what was written since the last time to the tallies, exactly once: rows of transactions from the
 * one that came last to the oldest that still runs, in one transaction with the note how far it went.
 * Votes and voids alike. Returns how many rows there were.
 *
 * @throws what PostgreSQL throws; nothing was added then
 */
export async function foldVotes(client: Db): Promise<number> {
  // The newest rows alone are asked for: whatever statistics say, that is never the whole ledger.
  await client.query('begin; set local enable_seqscan = off')
  try {
    await client.query('select pg_advisory_xact_lock($1, 0)', [foldLock])
    const { rows: marks } = await client.query<{ last: string; before: string; at: Date }>(
      `select coalesce((select tx from vote_progress where name = 'fold'), 0)::text as last,
         pg_snapshot_xmin(pg_current_snapshot())::text as before, ballot_clock() as at`,
    )
    const { last, before, at } = marks[0]!
    const values = [last, before]
    const { rows } = await client.query<{ votes: string }>(
      `with fresh as (
         select round_id, number, date_trunc('minute', at) as minute, count(*)::int as votes
         from votes where tx >= $1::bigint and tx < $2::bigint group by 1, 2, 3
       ), minutes as (
         insert into vote_minutes (round_id, minute, number, votes)
         select round_id, minute, number, votes from fresh
         on conflict (round_id, minute, number) do update set votes = vote_minutes.votes + excluded.votes
       ), tallies as (
         insert into vote_tallies (round_id, number, votes)
         select round_id, number, sum(votes) from fresh group by 1, 2
         on conflict (round_id, number) do update set votes = vote_tallies.votes + excluded.votes
       )
       select coalesce(sum(votes), 0)::text as votes from fresh`,
      values,
    )
    const { rows: voids } = await client.query<{ voided: string }>(
      `with fresh as (
         select round_id, number, class, count(*)::int as voided
         from vote_voids where tx >= $1::bigint and tx < $2::bigint group by 1, 2, 3
       ), works as (
         select round_id, number, sum(voided)::int as voided, jsonb_object_agg(class, voided) as voided_by
         from fresh group by 1, 2
       ), tallies as (
         -- Whoever takes a vote away may have begun before it was cast: then it is counted a little later.
         insert into vote_tallies as t (round_id, number, votes, voided, voided_by)
         select round_id, number, 0, voided, voided_by from works
         on conflict (round_id, number) do update set voided = t.voided + excluded.voided,
           voided_by = t.voided_by || (
             select jsonb_object_agg(f.class, f.voided + coalesce((t.voided_by ->> f.class)::int, 0))
             from fresh f where f.round_id = t.round_id and f.number = t.number)
       )
       select coalesce(sum(voided), 0)::text as voided from fresh`,
      values,
    )
    await client.query(
      `insert into vote_progress (name, tx, at) values ('fold', $1::bigint, $2)
       on conflict (name) do update set tx = excluded.tx, at = excluded.at`,
      [before, at],
    )
    await client.query('commit')
    return Number(rows[0]!.votes) + Number(voids[0]!.voided)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
