import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Uploads: the bytes lie in UPLOAD_DIR under the id, the row says whose they are and what became of
// them. `received` is written with the job that looks at the file, `ready` with the media row.
//
// Jobs: `again` holds the data of a job that was asked for while one of its key was being done;
// `crashes` counts the children that died of it; `recurring` rows are the timetable's.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table uploads (
      id text primary key check (id ~ '^[0-9a-f]{32}$'),
      participant_id integer not null references participants (id),
      client_id integer not null,
      "group" text not null check ("group" in ('image', 'video', 'audio', 'document')),
      file_name text not null,
      bytes bigint not null check (bytes > 0),
      state text not null default 'receiving'
        check (state in ('receiving', 'received', 'examining', 'ready', 'refused')),
      media_id integer unique references media (id) on delete set null,
      problem jsonb,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      ended_at timestamptz,
      check ((state = 'refused') = (problem is not null))
    );
    create index uploads_of_participant on uploads (participant_id, created_at);
    create index uploads_expiring on uploads (expires_at) where state = 'receiving';

    alter table jobs
      add column again jsonb,
      add column crashes smallint not null default 0,
      add column words jsonb;
    create index jobs_ended on jobs (finished_at) where state in ('done', 'failed')`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index jobs_ended;
    alter table jobs drop column again, drop column crashes, drop column words;
    drop table uploads`)
}
