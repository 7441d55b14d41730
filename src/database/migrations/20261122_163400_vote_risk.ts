import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// What is known of votes beside the votes, kept for a short time, and what was made of it: signs of
// risk, and the votes of a case. Networks and devices are keyed hashes; no address is written down.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Written in bulk after a vote was acknowledged; a few may be lost with a node that dies. Ids and
    -- times only grow, so both indexes are written at their end.
    create table vote_traces (
      vote_id bigint primary key,
      round_id integer not null,
      number integer not null,
      participant_id integer not null,
      client_id integer not null,
      -- When the request came.
      at timestamptz(3) not null,
      -- When the identity was made.
      since timestamptz(3) not null,
      network text,
      device text
    );
    create index vote_traces_by_time on vote_traces (round_id, at);

    -- Groups of votes in which something is odd; the latest look at each, and the worst there was.
    create table vote_risks (
      id bigint generated always as identity primary key,
      round_id integer not null,
      -- entry:3, crowd:3:network, device:device (src/domain/voting/risk).
      subject text not null,
      kind text not null check (kind in ('entry', 'crowd', 'device')),
      -- Of a device: the work that it voted for most.
      number integer not null,
      network text,
      device text,
      votes integer not null,
      voters integer not null,
      score real not null,
      level text not null check (level in ('none', 'watch', 'challenge', 'review')),
      signals jsonb not null,
      -- The first and last of the group's votes that were looked at.
      first_at timestamptz(3) not null,
      last_at timestamptz(3) not null,
      found_at timestamptz(3) not null default now(),
      seen_at timestamptz(3) not null default now(),
      worst_score real not null,
      worst_level text not null,
      case_id integer references vote_cases (id),
      unique (round_id, subject)
    );
    create index vote_risks_challenged on vote_risks (last_at) where level in ('challenge', 'review');

    -- Up to which vote each round was looked at.
    create table vote_risk_runs (
      round_id integer primary key,
      last_at timestamptz(3) not null,
      at timestamptz(3) not null,
      -- How much was looked at.
      traces integer not null,
      since timestamptz(3) not null
    );

    -- The votes of a case as they were when it was proposed: exactly these are made void.
    create table vote_case_votes (
      case_id integer not null references vote_cases (id),
      vote_id bigint not null,
      number integer not null,
      primary key (case_id, vote_id)
    );
    create trigger vote_case_votes_append_only before update or delete on vote_case_votes
      for each row execute function refuse_change();
    create trigger vote_case_votes_no_truncate before truncate on vote_case_votes
      for each statement execute function refuse_change();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table vote_case_votes, vote_risk_runs, vote_risks, vote_traces;
  `)
}
