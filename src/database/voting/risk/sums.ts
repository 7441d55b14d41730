import type { PoolClient } from 'pg'
import type {
  GroupFacts,
  RiskSubject,
  RoundFacts,
  RiskThresholds,
} from '../../../domain/voting/risk.ts'

export type Querying = Pick<PoolClient, 'query'>

/** A group with what its row in `vote_risks` says besides. */
export type StoredGroup = GroupFacts & { number: number; firstAt: Date; lastAt: Date }

export type TraceSums = {
  round: RoundFacts
  groups: StoredGroup[]
  /** From when on votes were looked at. */
  since: Date
  lastAt: Date
}

export type LookBack = {
  /** How far before the round's latest vote the look goes. */
  hours: number
  /** How many traces are looked at, the latest; a busy round is then seen for a shorter time. */
  traces: number
  /** How many groups of each kind: the largest. */
  groups: number
}

type GroupRow = {
  kind: RiskSubject['kind']
  number: number
  network: string | null
  device: string | null
  votes: number
  voters: number
  young: number
  known: number
  devices: number
  first_at: Date
  last_at: Date
  times: string
  of_entry: number
}

const groupSums = `count(*)::int as votes, count(distinct participant_id)::int as voters,
  (count(distinct participant_id) filter (where young))::int as young,
  (count(distinct participant_id) filter (where device is not null))::int as known,
  count(distinct device)::int as devices, min(at) as first_at, max(at) as last_at,
  string_agg(floor(extract(epoch from at) * 1000)::bigint::text, ',') as times`

/**
 * What the measures of risk are taken of, summed up by the database: a round may have more votes in an
 * hour than a program should hold. Null where there are no traces.
 */
export async function sumTraces(
  client: Querying,
  roundId: number,
  { youngHours, leastVotes, signals }: RiskThresholds,
  { hours, traces, groups }: LookBack,
): Promise<TraceSums | null> {
  await client.query('drop table if exists looked_at')
  await client.query(
    // A table of this connection: four sums are made of it.
    `create temporary table looked_at as
     with t as materialized (
       select number, participant_id, at, since, network, device from vote_traces
       where round_id = ${int(roundId)} and at > (select max(at) from vote_traces where round_id = ${int(roundId)})
         - make_interval(hours => ${int(hours)})
       order by at desc limit ${int(traces)}
     ), v as materialized (
       select participant_id, min(at) - min(since) < make_interval(hours => ${int(youngHours)}) as young
       from t group by 1
     )
     select t.*, v.young from t join v using (participant_id)`,
  )
  try {
    const round = await sumRound(client)
    if (round.votes === 0) return null
    const { rows } = await client.query<GroupRow>(
      `with of_entry as (select number, count(*)::int as votes from looked_at group by 1)
       select g.*, o.votes as of_entry from (
         (select 'entry' as kind, number, null as network, null as device, ${groupSums}
          from looked_at group by number having count(*) >= $1 order by count(*) desc limit $3)
         union all
         (select 'crowd', number, network, null, ${groupSums}
          from looked_at where network is not null group by number, network
          having count(*) >= $1 order by count(*) desc limit $3)
         union all
         (select 'device', mode() within group (order by number), null, device, ${groupSums}
          from looked_at where device is not null group by device
          having count(distinct participant_id) >= $2 order by count(distinct participant_id) desc limit $3)
       ) g join of_entry o using (number)`,
      [leastVotes, signals['shared-device'].from, groups],
    )
    const { since, lastAt, ...facts } = round
    return { round: facts, groups: rows.map(groupOf), since, lastAt }
  } finally {
    // Within a transaction that failed there is nothing to drop, and that error is the one to tell.
    await client.query('drop table if exists looked_at').catch(() => undefined)
  }
}

async function sumRound(client: Querying): Promise<RoundFacts & { since: Date; lastAt: Date }> {
  const { rows } = await client.query<{
    votes: number
    voters: number
    young: number
    since: Date
    last_at: Date
  }>(
    `select count(*)::int as votes, count(distinct participant_id)::int as voters,
       (count(distinct participant_id) filter (where young))::int as young,
       min(at) as since, max(at) as last_at from looked_at`,
  )
  const { rows: minutes } = await client.query<{ minute: number; votes: number }>(
    `select floor(extract(epoch from at) / 60)::int as minute, count(*)::int as votes from looked_at group by 1`,
  )
  const { votes, voters, young, since, last_at: lastAt } = rows[0]!
  const byMinute = new Map(minutes.map((one) => [one.minute, one.votes]))
  return { votes, voters, young, minutes: byMinute, since, lastAt }
}

function groupOf(row: GroupRow): StoredGroup {
  const { kind, number, votes, voters, young, known, devices } = row
  return {
    ...{ subject: subjectOf(row), number, votes, voters, young, known, devices },
    times: row.times.split(',').map(Number),
    ofEntry: kind === 'device' ? votes : row.of_entry,
    ...{ firstAt: row.first_at, lastAt: row.last_at },
  }
}

function subjectOf({ kind, number, network, device }: GroupRow): RiskSubject {
  const entry = String(number)
  if (kind === 'device') return { kind, device: device! }
  return kind === 'entry' ? { kind, entry } : { kind, entry, network: network! }
}

// `create table as` takes no parameters.
function int(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number`)
  return value
}
