import type pg from 'pg'
import { ledgerKeys } from '../../src/database/voting/seal.ts'

type Client = Pick<pg.ClientBase, 'query'>

export const testKeys = ledgerKeys(Buffer.alloc(32, 7))

/**
 * A round with a plain partition: votes are put in as they are, by SQL, whatever its policy. Works are
 * numbered from 1 and called `2022-PHO-000001` and so on.
 */
export async function plainRound(client: Client, slug: string, works = 5): Promise<number> {
  const { rows } = await client.query(
    `insert into vote_rounds (title, slug, campaign_id, window_from, window_to, counts_shown, state)
     select $1, $1, (select min(id) from campaigns), now(), now() + interval '1 day', 'afterClose', 'open' returning id`,
    [slug],
  )
  const id: number = rows[0].id
  await client.query(
    `insert into ballot_rounds (round_id, slug, title, campaign, tracks, state, policy, opened_at)
     values ($1, $2, $2, '2022', '{}', 'open', '{}', clock_timestamp())`,
    [id, slug],
  )
  await client.query(
    `insert into ballot_candidates (round_id, number, entry)
     select $1, n, '2022-PHO-' || lpad(n::text, 6, '0') from generate_series(1, $2::int) n`,
    [id, works],
  )
  await client.query(`create table votes_${id} partition of votes for values in (${id})`)
  return id
}

/** Puts in `count` votes in one transaction: five voters a work, one after the other. Gives their ids. */
export async function castVotes(client: Client, round: number, count: number): Promise<string[]> {
  const { rows } = await client.query(
    `with works as (select count(*) as most from ballot_candidates where round_id = $1)
     insert into votes (at, round_id, participant_id, number, client_id, ballot)
     select date_trunc('milliseconds', clock_timestamp()), $1, n / 5 + 1, n % most + 1, 1, gen_random_uuid()
     from works, generate_series(0, $2::int - 1) n returning id`,
    [round, count],
  )
  return rows.map(({ id }) => id)
}

/** Takes votes back, as an approved case does. */
export async function voidVotes(client: Client, round: number, ids: readonly string[]) {
  const { rows } = await client.query(
    `insert into vote_cases (title, round_id, class, query, reason)
     values ('刷票', $1, 'automated', '{}', '同一设备') returning id`,
    [round],
  )
  await client.query(
    `insert into vote_voids (round_id, vote_id, number, class, case_id)
     select round_id, id, number, 'automated', $3 from votes where round_id = $1 and id = any($2::bigint[])`,
    [round, ids, rows[0].id],
  )
}

/** Votes as whoever asks for their proof has read them. */
export async function votesOf(client: Client, ids: readonly string[]) {
  const { rows } = await client.query<{ id: string; at: Date; entry: string }>(
    `select v.id, v.at, c.entry from votes v join ballot_candidates c using (round_id, number)
     where v.id = any($1::bigint[]) order by array_position($1::bigint[], v.id)`,
    [ids],
  )
  return rows
}
