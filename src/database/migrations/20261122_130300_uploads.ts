import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Uploads: the bytes lie in UPLOAD_DIR under the id, the row says whose they are and what became of
// them. `received` is written with the job that looks at the file, `ready` with the media row.
//
// Jobs: `again` holds the data of a job that was asked for while one of its key was being done;
// `crashes` counts the children that died of it.
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
    create index jobs_ended on jobs (finished_at) where state in ('done', 'failed');

    -- Both sides of the house put jobs in the queue: how, stands here once.
    create function enqueue_job(
      job_kind text, job_key text, job_data jsonb, due timestamptz default null, tries integer default 3
    ) returns void language sql as $$
      insert into jobs as job (kind, key, data, run_at, most_attempts)
      values (job_kind, job_key, job_data, coalesce(due, now()), tries)
      on conflict (kind, key) where state in ('waiting', 'working') do update set
        again = case when job.state = 'working' then excluded.data end,
        data = case when job.state = 'waiting' then excluded.data else job.data end,
        run_at = case when job.state = 'waiting' then least(job.run_at, excluded.run_at) else job.run_at end
    $$;

    -- The last byte lies there: written once, together with the job that looks at the file.
    create function upload_received(upload text) returns boolean language sql as $$
      with received as (
        update uploads set state = 'received', ended_at = now() where id = upload and state = 'receiving' returning id)
      select enqueue_job('examine', 'upload:' || id, jsonb_build_object('upload', id)) is not null from received
    $$`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop function upload_received;
    drop function enqueue_job;
    drop index jobs_ended;
    alter table jobs drop column again, drop column crashes, drop column words;
    drop table uploads`)
}
