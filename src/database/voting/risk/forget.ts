import type { PoolClient } from 'pg'

/** Traces are kept for so many days after their vote, and signs of risk as long after the last one. */
export const traceDays = 30

const atOnce = 10_000

/** The keeper's task that forgets traces of votes, a part at a time. What a case is about stays in it. */
export const forgetTraces = {
  name: 'forget-traces',
  everyMs: 3_600_000,
  run: async (client: Pick<PoolClient, 'query'>): Promise<void> => {
    const { rows } = await client.query<{ round_id: number }>('select round_id from ballot_rounds')
    for (const { round_id } of rows) while ((await forgetSome(client, round_id)) === atOnce);
    await client.query(
      `delete from vote_risks where case_id is null and last_at < now() - make_interval(days => $1)`,
      [traceDays],
    )
  },
}

async function forgetSome(client: Pick<PoolClient, 'query'>, round: number): Promise<number> {
  const { rowCount } = await client.query(
    `delete from vote_traces where ctid in (
       select ctid from vote_traces where round_id = $1 and at < now() - make_interval(days => $2) limit $3)`,
    [round, traceDays, atOnce],
  )
  return rowCount ?? 0
}
