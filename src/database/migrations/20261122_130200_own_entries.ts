import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Consents: what a participant agreed to, when, under which terms. Rows are only added, the newest of a
// purpose counts; like the review log they are what the province defends its decisions with.
//
// Idempotency keys: the answer is written in the transaction of what it tells of. `claim` is a new one
// for each request that takes a key, so that one which was believed lost cannot write any more.
//
// Rule changes: what a track's call asked before and after, for those who had already sent in.
//
// Attention: published works of which something changed that the province has to decide over.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table consents (
      id bigint generated always as identity primary key,
      participant_id integer not null references participants (id),
      client_id integer not null,
      kind text not null,
      entry_id integer not null,
      purpose text not null check (purpose in ('takePart', 'publishName', 'publishPortrait')),
      granted boolean not null,
      terms_version text,
      at timestamptz(3) not null default clock_timestamp()
    );
    create index consents_of_entry on consents (kind, entry_id, purpose, id desc);
    create index consents_of_participant on consents (participant_id);
    create trigger consents_append_only before update or delete on consents
      for each row execute function refuse_change();
    create trigger consents_no_truncate before truncate on consents
      for each statement execute function refuse_change();

    create table idempotency_keys (
      participant_id integer not null references participants (id),
      key text not null,
      fingerprint text not null,
      claim uuid not null,
      state text not null default 'working' check (state in ('working', 'done')),
      status smallint,
      headers jsonb,
      body text,
      at timestamptz not null default clock_timestamp(),
      primary key (participant_id, key),
      check ((state = 'done') = (status is not null and body is not null))
    );
    create index idempotency_keys_by_age on idempotency_keys (at);

    create table rule_changes (
      id integer generated always as identity primary key,
      track_id integer not null references tracks (id) on delete cascade,
      at timestamptz(3) not null default clock_timestamp(),
      actor_id integer references users (id) on delete set null,
      removed jsonb not null,
      added jsonb not null,
      before jsonb not null,
      after jsonb not null
    );
    create index rule_changes_of_track on rule_changes (track_id, at);

    create table entry_attention (
      id integer generated always as identity primary key,
      kind text not null,
      entry_id integer not null,
      reason text not null,
      said jsonb not null,
      at timestamptz(3) not null default clock_timestamp(),
      settled_at timestamptz,
      settled_by_id integer references users (id) on delete set null
    );
    create unique index entry_attention_open on entry_attention (kind, entry_id, reason) where settled_at is null;

    -- What campaigns and tracks show from now on; none has terms, limits or changes yet.
    update showcase_documents set card = card || '{"terms": null}', document = document || '{"terms": null}'
      where type = 'campaign';
    update showcase_documents set card = card || '{"perPersonLimit": null}',
        document = document || '{"perPersonLimit": null, "changes": []}'
      where type = 'track'`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    update showcase_documents set card = card - '{terms,perPersonLimit}'::text[],
      document = document - '{terms,perPersonLimit,changes}'::text[] where type in ('campaign', 'track');
    drop table entry_attention;
    drop table rule_changes;
    drop table idempotency_keys;
    drop table consents`)
}
