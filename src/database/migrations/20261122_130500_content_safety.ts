import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// What reviewers are shown of a work besides the work: words of the lists, what an outside service
// says, whether its addresses answer. Rows of a work are replaced whenever it is checked again.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Every version that a list ever had: only added to.
    create table word_list_versions (
      list_id integer not null references word_lists (id),
      version integer not null,
      title text not null,
      category text not null,
      words text not null,
      word_count integer not null,
      changed_by integer,
      changed_at timestamptz not null default now(),
      primary key (list_id, version)
    );
    create trigger word_list_versions_append_only before update or delete on word_list_versions
      for each row execute function refuse_change();

    -- 'words' by our own lists, 'outside' by a service, 'addresses' by going there.
    create table safety_checks (
      kind text not null,
      entry_id integer not null,
      what text not null check (what in ('words', 'outside', 'addresses')),
      checked_at timestamptz not null default now(),
      found integer not null,
      primary key (kind, entry_id, what)
    );

    create table safety_hits (
      id bigint generated always as identity primary key,
      kind text not null,
      entry_id integer not null,
      -- The dot path of the field, and where in its text, in UTF-16 units.
      path text not null,
      start_at integer not null,
      end_at integer not null,
      word text not null,
      list_id integer not null,
      list_version integer not null,
      before text not null,
      found text not null,
      after text not null,
      at timestamptz not null default now()
    );
    create index safety_hits_of_entry on safety_hits (kind, entry_id, id);

    create table outside_verdicts (
      id bigint generated always as identity primary key,
      kind text not null,
      entry_id integer not null,
      path text not null,
      media_id integer references media (id) on delete cascade,
      service text not null,
      -- The service's own words for what it found, and how sure it is, 0 to 1.
      label text not null,
      score real,
      detail text,
      at timestamptz not null default now()
    );
    create index outside_verdicts_of_entry on outside_verdicts (kind, entry_id, id);

    create table address_checks (
      kind text not null,
      entry_id integer not null,
      path text not null,
      url text not null,
      -- The HTTP status of the last answer; null when there was none.
      status integer,
      ok boolean not null,
      zh text not null,
      en text not null,
      at timestamptz not null default now(),
      primary key (kind, entry_id, path)
    );

    -- Works that are under review by now are looked at, too.
    insert into jobs (kind, key, data)
    select 'safety', kind || ':' || id, json_build_object('kind', kind, 'id', id)
    from (select 'cases' as kind, id, status::text as status from cases
      union all select 'videos' as kind, id, status::text as status from videos
      union all select 'photos' as kind, id, status::text as status from photos
      union all select 'recitations' as kind, id, status::text as status from recitations
      union all select 'commentaries' as kind, id, status::text as status from commentaries
      union all select 'platforms' as kind, id, status::text as status from platforms) works
    where status in ('submitted', 'recommended', 'accepted')`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table address_checks;
    drop table outside_verdicts;
    drop table safety_hits;
    drop table safety_checks;
    drop table word_list_versions`)
}
