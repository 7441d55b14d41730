import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Votes. What a voter may do is said by the round's policy; the unique keys below make every quota
// of it true whoever writes. Each quota has numbered places, and a vote takes one of each:
//
//   period_place         among all votes of a voter in a turn of the period
//   entry_turn_place     among a voter's votes for one work in a turn of the period
//   entry_place          among a voter's votes for one work in the whole round
//
// Null: the policy has no such quota. A turn is the day (Asia/Shanghai, days since 1970) where the period
// is a calendar day. Where it rolls, a voter's votes go round the places: 1, 2 … n of turn 1, then of turn
// 2; a place's turn may only be taken when its turn before is over, which a trigger looks after.
//
// One partition a round: keys need no other column for it then. Partitions, their
// keys and triggers are made when a round is (src/database/voting/ledger.ts). `tx` is the transaction that
// wrote a row: all rows of transactions older than the oldest one running are there, which is how far
// tallies and seals may go. Rows are never changed or removed.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- The clock of votes: no other one is asked. Cut, not rounded: an instant stays on its side of midnight.
    create function ballot_clock() returns timestamptz(3) language sql volatile as
      $$ select date_trunc('milliseconds', clock_timestamp())::timestamptz(3) $$;

    -- A round as the voters' side needs it, written with each change of vote_rounds.
    create table ballot_rounds (
      round_id integer primary key references vote_rounds (id),
      slug text not null unique,
      title text not null,
      about text,
      campaign text not null,
      tracks text[] not null,
      state text not null check (state in ('draft', 'open', 'paused', 'closed')),
      -- As readPolicy takes it.
      policy jsonb not null,
      version integer not null default 1,
      -- Turns are counted from here. It moves on when the policy changes under votes, so that places of
      -- the old rules and the new ones never meet.
      turns_from integer not null default 0,
      opened_at timestamptz(3),
      closed_at timestamptz(3)
    );

    -- Works that stand. The number is what votes carry; it is never given anew.
    create table ballot_candidates (
      round_id integer not null references ballot_rounds (round_id),
      number integer not null check (number > 0),
      entry text not null,
      since timestamptz(3) not null default clock_timestamp(),
      -- Set while the work is not published.
      away_since timestamptz(3),
      primary key (round_id, number),
      unique (round_id, entry)
    );
    create index ballot_candidates_by_entry on ballot_candidates (entry);

    -- What people did to a round and why: open, pause, close, propose, confirm …
    create table ballot_log (
      id bigint generated always as identity primary key,
      round_id integer not null references ballot_rounds (round_id),
      at timestamptz(3) not null default clock_timestamp(),
      actor_id integer references users (id),
      action text not null,
      reason text,
      detail jsonb
    );
    create index ballot_log_of_round on ballot_log (round_id, id);

    create sequence votes_id as bigint cache 64;
    create table votes (
      id bigint not null default nextval('votes_id'),
      tx bigint not null default (pg_current_xact_id()::text::bigint),
      at timestamptz(3) not null,
      round_id integer not null,
      participant_id integer not null,
      number integer not null,
      client_id integer not null,
      period_turn integer,
      entry_turn integer,
      period_place smallint,
      entry_turn_place smallint,
      entry_place smallint,
      ballot uuid not null
    ) partition by list (round_id);

    -- Takes votes back, one row a vote. Decided by two people (vote_cases).
    create table vote_voids (
      id bigint generated always as identity primary key,
      tx bigint not null default (pg_current_xact_id()::text::bigint),
      at timestamptz(3) not null default clock_timestamp(),
      round_id integer not null,
      vote_id bigint not null,
      number integer not null,
      class text not null check (class in ('automated', 'identity-farm', 'purchased', 'merged', 'other')),
      case_id integer not null references vote_cases (id),
      unique (round_id, vote_id)
    );
    create index vote_voids_by_tx on vote_voids (tx);

    -- Folded in from the ledger: what is true up to a transaction (vote_progress).
    create table vote_tallies (
      round_id integer not null,
      number integer not null,
      votes bigint not null default 0,
      voided bigint not null default 0,
      -- By class: { "automated": 12 }.
      voided_by jsonb not null default '{}',
      primary key (round_id, number)
    );
    create table vote_minutes (
      round_id integer not null,
      minute timestamptz not null,
      number integer not null,
      votes integer not null,
      primary key (round_id, minute, number)
    );
    -- Totals as they stood at a time of day, for rounds that show theirs daily; written once.
    create table vote_daily_totals (
      round_id integer not null,
      before timestamptz(3) not null,
      number integer not null,
      -- Votes less those that were voided.
      total bigint not null,
      primary key (round_id, before, number)
    );
    create table vote_progress (
      name text primary key,
      tx bigint not null,
      at timestamptz(3) not null
    );

    -- How many ballots were refused, and why; counted by nodes, now and then.
    create table vote_refusals (
      round_id integer not null,
      minute timestamptz not null,
      code text not null,
      count integer not null,
      primary key (round_id, minute, code)
    );

    create trigger votes_append_only before update or delete on votes
      for each row execute function refuse_change();
    create trigger votes_no_truncate before truncate on votes
      for each statement execute function refuse_change();
    create trigger vote_voids_append_only before update or delete on vote_voids
      for each row execute function refuse_change();
    create trigger vote_voids_no_truncate before truncate on vote_voids
      for each statement execute function refuse_change();
    create trigger ballot_log_append_only before update or delete on ballot_log
      for each row execute function refuse_change();
    create trigger ballot_log_no_truncate before truncate on ballot_log
      for each statement execute function refuse_change();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table vote_refusals, vote_progress, vote_daily_totals, vote_minutes, vote_tallies, vote_voids, votes,
      ballot_log, ballot_candidates, ballot_rounds;
    drop sequence votes_id;
    drop function ballot_clock();
  `)
}
