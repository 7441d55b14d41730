import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Certificates of final results. What one says never changes: it is revoked, or replaced by another.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Certificates that were asked for together; the job that makes their files goes by this.
    create table certificate_batches (
      id integer generated always as identity primary key,
      result_id integer not null references results (id),
      version integer not null,
      -- The template as it was then, and the seal's file.
      template jsonb not null,
      seal text,
      by_id integer references users (id),
      at timestamptz(3) not null default clock_timestamp(),
      foreign key (result_id, version) references result_versions (result_id, version)
    );
    create index certificate_batches_of_result on certificate_batches (result_id, id);

    create table certificates (
      number text collate "C" primary key,
      year integer not null,
      kind text not null,
      serial integer not null check (serial > 0),
      batch_id integer not null references certificate_batches (id),
      result_id integer not null,
      version integer not null,
      -- Of the list that it is made from.
      list_sha256 text not null,
      entry text collate "C" not null,
      -- The same for the same person of the same work: 2022-PHO-000017#1.
      place text collate "C" not null,
      name text not null,
      work text not null,
      unit text not null,
      level text not null,
      level_zh text not null,
      level_en text not null,
      track text not null,
      campaign text not null,
      -- The day that stands on it.
      day text not null,
      file_name text not null unique,
      file_sha256 text,
      file_bytes integer,
      made_at timestamptz(3),
      revoked_at timestamptz(3),
      revoked_reason text,
      -- The version of the list that no longer gives it: that reason is public, what people write is not.
      revoked_version integer,
      replaced_by text references certificates (number) deferrable initially deferred,
      at timestamptz(3) not null default clock_timestamp(),
      unique (year, kind, serial),
      foreign key (result_id, version) references result_versions (result_id, version)
    );
    create index certificates_of_result on certificates (result_id, number);
    create index certificates_of_batch on certificates (batch_id);
    create index certificates_of_entry on certificates (entry);
    -- One that stands for each person of a work.
    create unique index certificates_one_stands on certificates (result_id, place)
      where revoked_at is null and replaced_by is null;

    -- What somebody asked for that takes certificates from people, until another one confirms it.
    create table certificate_asks (
      result_id integer primary key references results (id),
      template_id integer not null,
      without_unfit boolean not null,
      -- Of what would be done.
      sha256 text not null,
      by_id integer not null references users (id),
      at timestamptz(3) not null default clock_timestamp()
    );

    -- How a name that no typeface has is written on certificates, while the list has it so.
    create table certificate_names (
      result_id integer not null references results (id),
      place text collate "C" not null,
      listed text not null,
      name text not null,
      by_id integer references users (id),
      at timestamptz(3) not null default clock_timestamp(),
      primary key (result_id, place)
    );

    create table certificate_log (
      id bigint generated always as identity primary key,
      result_id integer not null references results (id),
      number text collate "C" references certificates (number),
      at timestamptz(3) not null default clock_timestamp(),
      -- Null: the job that makes the files.
      actor_id integer references users (id),
      action text not null,
      reason text,
      detail jsonb
    );
    create index certificate_log_of_result on certificate_log (result_id, id);
    create index certificate_log_of_number on certificate_log (number);

    -- Only what becomes of it is written later, and once.
    create function refuse_change_of_certificate() returns trigger language plpgsql as $$
    begin
      if to_jsonb(new) - array['file_sha256', 'file_bytes', 'made_at', 'revoked_at', 'revoked_reason', 'revoked_version', 'replaced_by']
        is distinct from to_jsonb(old) - array['file_sha256', 'file_bytes', 'made_at', 'revoked_at', 'revoked_reason', 'revoked_version', 'replaced_by']
        or old.made_at is not null and (new.made_at, new.file_sha256, new.file_bytes)
          is distinct from (old.made_at, old.file_sha256, old.file_bytes)
        or old.revoked_at is not null and (new.revoked_at, new.revoked_reason, new.revoked_version)
          is distinct from (old.revoked_at, old.revoked_reason, old.revoked_version)
        or old.replaced_by is not null and new.replaced_by is distinct from old.replaced_by
      then
        raise exception 'certificate % is as it was issued', old.number using errcode = 'P0001';
      end if;
      return new;
    end $$;
    create trigger certificates_fixed before update on certificates for each row
      execute function refuse_change_of_certificate();
    create trigger certificates_kept before delete on certificates for each row
      execute function refuse_change();
    create trigger certificates_no_truncate before truncate on certificates
      for each statement execute function refuse_change();
    create trigger certificate_batches_append_only before update or delete on certificate_batches
      for each row execute function refuse_change();
    create trigger certificate_log_append_only before update or delete on certificate_log
      for each row execute function refuse_change();
    create trigger certificate_log_no_truncate before truncate on certificate_log
      for each statement execute function refuse_change();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table certificate_log, certificate_names, certificate_asks, certificates, certificate_batches;
    drop function refuse_change_of_certificate();
  `)
}
