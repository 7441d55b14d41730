import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// People who take part are no accounts of the staff's and no collection: the public API adds and reads
// them by SQL. What identifies a person at a client is kept as a keyed hash only.
//
// Jobs: what is done apart from requests. A row is written in the transaction that makes the work
// necessary; a worker claims it with `for update skip locked`, says again and again that it is alive
// (`locked_until`), and writes the outcome in the transaction of what the job changes. At most one
// job of a key is waiting or working at a time.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table participants (
      id integer generated always as identity primary key,
      created_at timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      -- What a client last said of the person.
      member boolean not null default false,
      phone_verified boolean not null default false,
      -- Sessions carry it: counted up, all older ones are void.
      epoch integer not null default 1,
      merged_into integer references participants (id),
      blocked_at timestamptz,
      erased_at timestamptz,
      check (merged_into is distinct from id)
    );
    create index participants_merged_into on participants (merged_into) where merged_into is not null;

    create table jobs (
      id bigint generated always as identity primary key,
      kind text not null,
      key text not null,
      data jsonb not null,
      state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
      attempts smallint not null default 0,
      most_attempts smallint not null default 3,
      run_at timestamptz not null default now(),
      locked_by text,
      locked_until timestamptz,
      progress real,
      error text,
      created_at timestamptz not null default now(),
      started_at timestamptz,
      finished_at timestamptz,
      check ((state = 'working') = (locked_until is not null))
    );
    create unique index jobs_one_of_a_key on jobs (kind, key) where state in ('waiting', 'working');
    create index jobs_to_do on jobs (run_at, id) where state = 'waiting';
    create index jobs_under_way on jobs (locked_until) where state = 'working';
    create index jobs_by_key on jobs (key, id);

    create function tell_of_job() returns trigger language plpgsql as $$
      begin
        perform pg_notify('jobs', new.kind);
        return null;
      end $$;
    create trigger tell_of_job after insert on jobs for each row execute function tell_of_job();

    -- What is made of a file for the public: '720p', '1080p', 'poster', 'audio', 'waveform'.
    create table media_renditions (
      media_id integer not null references media (id) on delete cascade,
      name text not null,
      file_name text not null unique,
      mime_type text not null,
      bytes bigint not null,
      width integer,
      height integer,
      duration_seconds real,
      made_at timestamptz not null default now(),
      primary key (media_id, name)
    )`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table media_renditions;
    drop table jobs;
    drop function tell_of_job();
    drop table participants`)
}
