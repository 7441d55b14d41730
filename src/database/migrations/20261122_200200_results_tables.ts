import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Results as they are frozen: canonical JSON, never changed but by a next version. Whether one is shown
// says the clock alone, so an opening writes nothing; what is written is told to the nodes of the public API.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- The clock of notices and of objections; no other one is asked.
    create function notice_clock() returns timestamptz(3) language sql volatile as
      $$ select date_trunc('milliseconds', clock_timestamp())::timestamptz(3) $$;

    -- Keys that lists are signed with, kept so that old signatures can be checked for ever.
    create table result_keys (
      id text primary key,
      public_key text not null,
      since timestamptz(3) not null default clock_timestamp()
    );

    create table result_versions (
      result_id integer not null references results (id),
      version integer not null check (version > 0),
      -- As people know the list; the same for all its versions.
      public_id text collate "C" not null,
      campaign text not null,
      track text not null,
      text text not null,
      sha256 text not null,
      -- Ed25519 over the bytes of the text, base64url.
      signature text not null,
      key_id text not null references result_keys (id),
      reason text,
      opens_at timestamptz(3) not null,
      closes_at timestamptz(3) not null,
      asked_by integer not null references users (id),
      asked_at timestamptz(3) not null,
      confirmed_by integer not null references users (id),
      confirmed_at timestamptz(3) not null default notice_clock(),
      primary key (result_id, version),
      unique (public_id, version),
      check (asked_by <> confirmed_by),
      check (opens_at < closes_at)
    );
    create index result_versions_by_opening on result_versions (opens_at);

    create table result_finals (
      result_id integer not null,
      version integer not null,
      final_at timestamptz(3) not null default notice_clock(),
      asked_by integer not null references users (id),
      confirmed_by integer not null references users (id),
      primary key (result_id, version),
      foreign key (result_id, version) references result_versions (result_id, version),
      check (asked_by <> confirmed_by)
    );

    -- Which rulings a version applies.
    create table result_rulings (
      result_id integer not null,
      version integer not null,
      objection_id integer not null references objections (id),
      primary key (result_id, version, objection_id),
      foreign key (result_id, version) references result_versions (result_id, version)
    );

    -- Awards of lists that are final: what an entry's page shows. A later final version replaces them.
    create table result_awards (
      entry text collate "C" primary key,
      result_id integer not null references results (id),
      version integer not null,
      level text not null,
      title text not null,
      title_en text not null,
      rank integer not null
    );
    create index result_awards_of_result on result_awards (result_id);

    -- What people did to a list, and to an objection; a look at who objects among it.
    create table result_log (
      id bigint generated always as identity primary key,
      result_id integer not null references results (id),
      at timestamptz(3) not null default notice_clock(),
      actor_id integer references users (id),
      action text not null,
      reason text,
      detail jsonb
    );
    create index result_log_of_result on result_log (result_id, id);
    create table objection_log (
      id bigint generated always as identity primary key,
      objection_id integer not null references objections (id),
      at timestamptz(3) not null default notice_clock(),
      -- Null: the objector.
      actor_id integer references users (id),
      action text not null,
      "from" text,
      "to" text,
      reason text,
      detail jsonb
    );
    create index objection_log_of_objection on objection_log (objection_id, id);
    create sequence objection_numbers;

    create trigger result_versions_append_only before update or delete on result_versions
      for each row execute function refuse_change();
    create trigger result_versions_no_truncate before truncate on result_versions
      for each statement execute function refuse_change();
    create trigger result_finals_append_only before update or delete on result_finals
      for each row execute function refuse_change();
    create trigger result_finals_no_truncate before truncate on result_finals
      for each statement execute function refuse_change();
    create trigger result_rulings_append_only before update or delete on result_rulings
      for each row execute function refuse_change();
    create trigger result_rulings_no_truncate before truncate on result_rulings
      for each statement execute function refuse_change();
    create trigger result_log_append_only before update or delete on result_log
      for each row execute function refuse_change();
    create trigger result_log_no_truncate before truncate on result_log
      for each statement execute function refuse_change();
    create trigger objection_log_append_only before update or delete on objection_log
      for each row execute function refuse_change();
    create trigger objection_log_no_truncate before truncate on objection_log
      for each statement execute function refuse_change();

    -- Nodes forget what they keep of a list when a version, its end or an objection is written.
    create function results_told() returns trigger language plpgsql as $$
    begin
      perform pg_notify('showcase', json_build_object('document', 'result', 'campaign', campaign, 'slug', public_id)::text)
      from (select distinct v.campaign, v.public_id from result_versions v where v.result_id = new.result_id) told;
      return null;
    end $$;
    create trigger result_versions_told after insert on result_versions
      for each row execute function results_told();
    create trigger result_finals_told after insert on result_finals
      for each row execute function results_told();
    create trigger objections_told after insert or update on objections
      for each row execute function results_told();

    -- An award stands on its work whenever the work is shown, also after it was taken down and shown again.
    create function award_of(work text) returns table (award jsonb, award_level text) language sql stable as $$
      select jsonb_build_object('level', a.level, 'title', a.title, 'titleEn', a.title_en, 'rank', a.rank,
          'result', v.public_id), a.level
      from result_awards a join result_versions v on v.result_id = a.result_id and v.version = a.version
      where a.entry = work $$;
    create function showcase_award() returns trigger language plpgsql as $$
    declare
      given record;
    begin
      select * into given from award_of(new.id);
      if found then
        new.award := given.award;
        new.award_level := given.award_level;
      end if;
      return new;
    end $$;
    create trigger showcase_entries_award before insert on showcase_entries
      for each row execute function showcase_award();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger showcase_entries_award on showcase_entries;
    drop function showcase_award();
    drop function award_of(text);
    drop trigger objections_told on objections;
    drop sequence objection_numbers;
    drop table objection_log, result_log, result_awards, result_rulings, result_finals, result_versions, result_keys;
    drop function results_told();
    drop function notice_clock();
  `)
}
