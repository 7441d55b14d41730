import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Notices. A row of the outbox is written in the transaction of what it tells of and sent afterwards, by
// whichever worker claims it (`for update skip locked`, a lease). What belongs together is a batch; whether
// a batch may go (`goes`) is decided by src/domain/results/notices/batch.ts whenever it changes.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table webhook_endpoints (
      id integer generated always as identity primary key,
      client_id integer not null references api_clients (id),
      url text not null,
      events text[] not null,
      secret text not null check (secret like 'sealed:%'),
      -- The one before, which signs beside the new one until then.
      old_secret text check (old_secret like 'sealed:%'),
      old_until timestamptz(3),
      created_at timestamptz(3) not null default clock_timestamp(),
      created_by integer references users (id) on delete set null,
      failing_since timestamptz(3),
      last_ok_at timestamptz(3),
      disabled_at timestamptz(3),
      disabled_why text,
      removed_at timestamptz(3),
      check ((old_secret is null) = (old_until is null))
    );
    create index webhook_endpoints_of on webhook_endpoints (client_id);

    create table notice_batches (
      id integer generated always as identity primary key,
      key text not null unique,
      event text not null,
      size integer not null default 0,
      goes boolean not null default false,
      created_at timestamptz(3) not null default clock_timestamp(),
      by_id integer references users (id) on delete set null,
      released_at timestamptz(3),
      released_by integer references users (id) on delete set null,
      released_size integer,
      -- Of all its messages as they were looked at.
      released_sha256 text,
      stopped_at timestamptz(3),
      stopped_by integer references users (id) on delete set null,
      check ((released_at is null) = (released_size is null))
    );
    create index notice_batches_held on notice_batches (id) where not goes and stopped_at is null;

    create table notices (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity,
      batch_id integer not null references notice_batches (id),
      event text not null,
      about text not null,
      kind text not null,
      -- Who is told, however many addresses that has: 'unit:5', 'user:9', 'desk'.
      told text not null,
      channel text not null check (channel in ('mail', 'webhook')),
      user_id integer references users (id) on delete set null,
      email text,
      endpoint_id integer references webhook_endpoints (id),
      address text generated always as (case when channel = 'webhook' then 'endpoint:' || endpoint_id
        when user_id is not null then 'user:' || user_id else lower(email) end) stored,
      "values" jsonb not null,
      ids jsonb not null,
      -- As it was released or sent.
      subject text,
      body text,
      state text not null default 'waiting'
        check (state in ('waiting', 'sending', 'sent', 'dead', 'stopped', 'expired')),
      attempts smallint not null default 0,
      due_at timestamptz(3) not null default clock_timestamp(),
      locked_by uuid,
      locked_until timestamptz(3),
      error text,
      created_at timestamptz(3) not null default clock_timestamp(),
      -- Written, or asked for again: too old, it is not sent any more.
      fresh_at timestamptz(3) not null default clock_timestamp(),
      ended_at timestamptz(3),
      check ((state = 'sending') = (locked_until is not null))
    );
    create unique index notices_once on notices (batch_id, event, about, channel, address);
    create index notices_due on notices (channel, due_at, seq) where state = 'waiting';
    create index notices_sending on notices (locked_until) where state = 'sending';
    create index notices_ended on notices (ended_at desc, seq) where ended_at is not null;

    -- Who released, stopped or sent again what; who made and changed where webhooks go.
    create table notice_log (
      id bigint generated always as identity primary key,
      at timestamptz(3) not null default clock_timestamp(),
      batch_id integer,
      notice_id uuid,
      endpoint_id integer,
      actor_id integer,
      actor_name text,
      action text not null,
      detail jsonb
    );
    create trigger notice_log_append_only before update or delete on notice_log
      for each row execute function refuse_change();
    create trigger notice_log_no_truncate before truncate on notice_log
      for each statement execute function refuse_change();

    create function tell_of_notices() returns trigger language plpgsql as $$
      begin
        perform pg_notify('notices', '');
        return null;
      end $$;
    create trigger tell_of_notices after insert on notices
      for each statement execute function tell_of_notices();
    create trigger tell_of_release after update of goes on notice_batches
      for each statement execute function tell_of_notices();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table notice_log, notices, notice_batches, webhook_endpoints;
    drop function tell_of_notices;
  `)
}
