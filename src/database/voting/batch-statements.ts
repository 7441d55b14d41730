import type { VotePolicy } from '../../domain/voting/policy.ts'
import { tableOf } from './ledger.ts'
import { allRounds, roundLocks, voterLocks } from './locks.ts'

/**
 * What a connection for batches is set to. Plans are made once for all batches; for each of these small
 * reads an index is right, also when statistics are not there yet.
 */
export const settings =
  `set plan_cache_mode = force_generic_plan; set enable_seqscan = off; ` +
  `set enable_hashjoin = off; set enable_mergejoin = off; ` +
  `set lock_timeout = 3000; set statement_timeout = 4000; ` +
  `set idle_in_transaction_session_timeout = 4000`

export const begin = { name: 'begin', text: 'begin isolation level read committed' }
export const commit = { name: 'commit', text: 'commit' }

/** Holds the rules and who is who as they are. $1 the round */
export const holdRound = {
  name: 'hold round',
  text: `select pg_advisory_xact_lock_shared(${roundLocks}, ${allRounds}), pg_advisory_xact_lock_shared(${roundLocks}, $1::int)`,
}

/**
 * Who the voters are: of each id who it became, and of that person what counts. Holds them in the order
 * of their numbers, so that no two batches wait for each other. $1 ids
 */
export const holdVoters = {
  name: 'hold voters',
  text: `select held.id, held.person, held.member, held.since, held.others, held.epoch, held.blocked, held.gone,
      pg_advisory_xact_lock(${voterLocks}, held.person)
    from (select p.id, s.id as person, s.member, extract(epoch from s.created_at)::float8 * 1000 as since,
        array_to_string(array(select m.id from participants m where m.merged_into = s.id), ',') as others,
        p.epoch, p.blocked_at is not null as blocked, p.merged_into is not null or p.erased_at is not null as gone
      from participants p join participants s on s.id = coalesce(p.merged_into, p.id)
      where p.id = any($1::int[]) order by s.id offset 0) held`,
}

/** A prepared statement that answers what a batch is judged by, as one JSON: see `Ground`. */
export type Reading = { name: string; text: string }

/**
 * Reads the clock, the round, the works and what the voters did, in this order of time: all of them are held,
 * so that nothing newer comes to them.
 *
 * $1 slug · $2 public ids of works · $3 ids of voters · $4, $5 pairs of voter and work that are asked for ·
 * $6 whether a ballot may be one that was cast before
 */
export function readingOf(roundId: number, policy: VotePolicy, turnsFrom: number): Reading {
  const sources = sourcesOf(roundId, policy, turnsFrom)
  const key = [
    policy.period.kind === 'rolling' ? policy.period.hours : 'day',
    ...[policy.votesPerPeriod, policy.votesPerEntryPerPeriod, policy.votesPerEntry, turnsFrom],
  ]
  return {
    name: `judge ${roundId} ${key.join(' ')}`,
    text: `
      with clock as materialized (select now, floor((extract(epoch from now) + 28800) / 86400)::int as day
        from (select ballot_clock() as now) c)
      select json_build_object(
        'now', (select extract(epoch from now)::float8 * 1000 from clock),
        'round', (select json_build_object('state', state, 'policy', policy::text, 'turnsFrom', turns_from)
          from ballot_rounds where round_id = ${Math.trunc(roundId)} and slug = $1),
        'works', (select json_object_agg(entry, case when away_since is null then number else -number end)
          from ballot_candidates where round_id = ${Math.trunc(roundId)} and entry = any($2::text[])),
        'history', (select json_agg(json_build_array(v.participant_id, v.number, extract(epoch from v.at)::float8 * 1000,
            v.ballot, v.period_turn, v.period_place, v.entry_turn, v.entry_turn_place, v.entry_place, v.id::text))
          from (${sources.join('\n union ')}) v)
      )::text as ground from (select $3::int[], $4::int[], $5::text[], $6::bool) typed`,
  }
}

// The same vote may come from two of them: `union` takes it once.
function sourcesOf(roundId: number, policy: VotePolicy, turnsFrom: number): string[] {
  const table = tableOf(roundId)
  const { period, votesPerPeriod, votesPerEntryPerPeriod, votesPerEntry } = policy
  // With the clock beside each voter, so that both are looked up in the key at once.
  const ofVoters = `select v.* from (select u.id, clock.now, clock.day from clock, unnest($3::int[]) u (id) offset 0) u,
    ${table} v where v.participant_id = u.id`
  const pairs = `unnest($4::int[], $5::text[]) u (id, entry) join ballot_candidates c
    on c.round_id = ${Math.trunc(roundId)} and c.entry = u.entry`
  const ofPairs = `select v.* from ${pairs}, ${table} v
    where v.participant_id = u.id and v.number = c.number`
  // Those that hold the places of the turn before, however long ago.
  const lastOfVoters = (most: number) =>
    `select v.* from unnest($3::int[]) u (id), lateral (select * from ${table} l
      where l.participant_id = u.id and l.period_turn is not null
      order by l.period_turn desc, l.period_place desc limit ${most}) v`
  const lastOfPairs = (most: number) =>
    `select v.* from ${pairs}, lateral (select * from ${table} l
      where l.participant_id = u.id and l.number = c.number and l.entry_turn is not null
      order by l.entry_turn desc, l.entry_turn_place desc limit ${most}) v`

  const total = votesPerEntry === null ? [] : [ofPairs]
  if (period.kind === 'day' && turnsFrom === 0) {
    // Yesterday's too: a ballot that is sent again after midnight is still the same.
    const days = `array[u.day, case when $6 then u.day - 1 else u.day end]`
    if (votesPerPeriod !== null) return [`${ofVoters} and v.period_turn = any(${days})`, ...total]
    if (votesPerEntryPerPeriod !== null) {
      return [`${ofVoters} and v.entry_turn = any(${days})`, ...total]
    }
    return [`${ofVoters} and $6`, ...total]
  }
  const ofWorks =
    period.kind === 'rolling' && votesPerEntryPerPeriod !== null
      ? [lastOfPairs(votesPerEntryPerPeriod)]
      : []
  if (period.kind === 'rolling' && turnsFrom === 0 && votesPerPeriod !== null) {
    const most = votesPerPeriod * (1 + Math.ceil(24 / period.hours))
    return [lastOfVoters(most), ...ofWorks, ...total]
  }
  const ofTurns =
    period.kind === 'rolling' && votesPerPeriod !== null ? [lastOfVoters(votesPerPeriod)] : []
  // By time, longer than any period: turns of several policies, or none of all works together.
  return [`${ofVoters} and v.at > u.now - interval '8 days'`, ...ofTurns, ...ofWorks, ...total]
}

/** Writes all votes of a batch at once; their ids come back in order. */
export const writingOf = (roundId: number) => ({
  name: `write ${Math.trunc(roundId)}`,
  text: `insert into ${tableOf(roundId)} (at, round_id, participant_id, number, client_id, period_turn, entry_turn,
      period_place, entry_turn_place, entry_place, ballot)
    select to_timestamp(at / 1000.0), ${Math.trunc(roundId)}, participant, number, client, period_turn, entry_turn,
      period_place, entry_turn_place, entry_place, ballot
    from unnest($1::float8[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int2[], $8::int2[], $9::int2[],
      $10::uuid[]) with ordinality as cast_votes (at, participant, number, client, period_turn, entry_turn,
      period_place, entry_turn_place, entry_place, ballot, place)
    order by place
    returning id`,
})
