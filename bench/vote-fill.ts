import { totalsOf } from '../src/database/voting/tallies.ts'
import { dayNumber } from '../src/domain/phases.ts'
import { makeRound } from '../tests/harness/voting.ts'
import type { BenchDatabase } from './ground.ts'
import { median } from './line.ts'
import { votesEach } from './vote-ballots.ts'

export type BenchRound = {
  id: number
  slug: string
  /** Public ids, in the order of their numbers. */
  entries: string[]
  /** Row of `api_clients` that the voters come through. */
  client: number
  /** A partition of the ledger that holds rows itself. */
  leaf: string
  /** Today's turn of the period. */
  day: number
}

/** An open round of all published entries: so many votes a day, for one work as well. */
export async function fillRound(database: BenchDatabase, slug: string): Promise<BenchRound> {
  const entries = (await database.sql('select id from showcase_entries order by id')).map(
    ({ id }) => id as string,
  )
  const policy = {
    votesPerPeriod: votesEach,
    votesPerEntryPerPeriod: votesEach,
    votesPerEntry: null,
    ballot: { min: 1, max: votesEach },
  }
  const round = await database.connect((client) => makeRound(client, { slug, entries, policy }))
  const [client] = await database.sql(
    `insert into api_clients (name, client_id, kind, rate_tier, active)
     values ('演示 App', 'bench-app', 'app', 'normal', true) returning id`,
  )
  for (const [order, scope] of ['votes:write'].entries()) {
    await database.sql(
      `insert into api_clients_texts ("order", parent_id, path, text) values ($1, $2, 'scopes', $3)`,
      [order + 1, client.id, scope],
    )
  }
  const [{ leaf }] = await database.sql(
    `select relid::regclass::text as leaf from pg_partition_tree('votes') where isleaf order by 1 limit 1`,
  )
  return { id: round.id, slug, entries, client: client.id, leaf, day: dayNumber(new Date()) }
}

/** So many votes of the last thirty days, of voters who cast their five every day. */
export async function fillLedger(
  database: BenchDatabase,
  round: BenchRound,
  count: number,
): Promise<void> {
  const days = 30
  const voters = Math.ceil(count / days / votesEach)
  // Voters of numbers that no participant has yet: rows of the ledger only.
  const first = 1_000_000_000
  for (let back = days; back > 0; back -= 1) {
    const day = round.day - back
    await database.sql(
      `insert into votes (at, round_id, participant_id, number, client_id, period_turn, entry_turn,
         period_place, entry_turn_place, ballot)
       select to_timestamp(($5::bigint * 86400) - 28800 + (voter * 7919 + place * 31) % 86400), $1, $2::int + voter,
         1 + (voter * 7919 + place * 31) % $3::int, $4, $5, $5, place, 1, gen_random_uuid()
       from generate_series(1, $6::int) voter, generate_series(1, $7::int) place`,
      [round.id, first, round.entries.length, round.client, day, voters, votesEach],
    )
    process.stderr.write(`  ${(days - back + 1) * voters * votesEach} rows\n`)
  }
  await database.sql(
    `insert into vote_tallies (round_id, number, votes)
     select round_id, number, count(*) from votes where round_id = $1 group by 1, 2
     on conflict (round_id, number) do update set votes = excluded.votes`,
    [round.id],
  )
  await database.sql('vacuum (freeze, analyze) votes')
  await database.sql('checkpoint')
}

/** How long the totals of a round take to read, in ms: the median of 30. */
export async function totalsTime(database: BenchDatabase, round: BenchRound): Promise<number> {
  return database.connect(async (client) => {
    const times: number[] = []
    for (let run = 0; run < 33; run += 1) {
      const begun = performance.now()
      const totals = await totalsOf(client, round.id, { show: 'all', changesAt: null })
      if (totals.size < round.entries.length)
        throw new Error(`Totals of ${totals.size} entries only`)
      if (run >= 3) times.push(performance.now() - begun)
    }
    return median(times)
  })
}
