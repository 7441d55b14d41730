import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Prints of pictures and texts, pairs that look or read alike.
//
// Near hashes are found by multi-index hashing: of two 64-bit hashes that differ in at most 8 bits, at
// least one of the four 16-bit bands differs in at most two. Each band has a b-tree of its own.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table picture_prints (
      media_id integer not null references media (id) on delete cascade,
      -- 0 for a picture; the place of the key frame in a film.
      frame integer not null,
      hash bigint not null,
      band_0 integer not null generated always as ((hash & 65535)::integer) stored,
      band_1 integer not null generated always as (((hash >> 16) & 65535)::integer) stored,
      band_2 integer not null generated always as (((hash >> 32) & 65535)::integer) stored,
      band_3 integer not null generated always as (((hash >> 48) & 65535)::integer) stored,
      primary key (media_id, frame)
    );
    create index picture_prints_band_0 on picture_prints (band_0);
    create index picture_prints_band_1 on picture_prints (band_1);
    create index picture_prints_band_2 on picture_prints (band_2);
    create index picture_prints_band_3 on picture_prints (band_3);

    -- MinHash signatures of titles and bodies; bands hold the hashes of their parts, for the index.
    create table text_prints (
      kind text not null,
      entry_id integer not null,
      what text not null check (what in ('title', 'text')),
      signature integer[] not null,
      bands integer[] not null,
      primary key (kind, entry_id, what)
    );
    create index text_prints_titles on text_prints using gin (bands) where what = 'title';
    create index text_prints_texts on text_prints using gin (bands) where what = 'text';

    -- Pairs of works, the smaller (kind, id) first. They live as long as both are alike, and
    -- for ever once a reviewer has said something about them.
    create table likenesses (
      id bigint generated always as identity primary key,
      a_kind text not null,
      a_id integer not null,
      b_kind text not null,
      b_id integer not null,
      what text not null check (what in ('picture', 'film', 'title', 'text')),
      measure real not null check (measure between 0 and 1),
      a_media_id integer references media (id) on delete set null,
      b_media_id integer references media (id) on delete set null,
      found_at timestamptz not null default now(),
      looked_at timestamptz,
      looked_by integer references users (id) on delete set null,
      verdict text check (verdict in ('same', 'different')),
      note text,
      check ((a_kind, a_id) < (b_kind, b_id)),
      check ((verdict is null) = (looked_at is null))
    );
    create unique index likenesses_pair on likenesses (a_kind, a_id, b_kind, b_id, what);
    create index likenesses_b on likenesses (b_kind, b_id);

    -- Who said what about a pair, and when: only added to.
    create table likeness_verdicts (
      id bigint generated always as identity primary key,
      likeness_id bigint not null,
      verdict text not null check (verdict in ('same', 'different')),
      note text,
      measure real not null,
      user_id integer,
      user_name text not null,
      at timestamptz not null default now()
    );
    create index likeness_verdicts_of_pair on likeness_verdicts (likeness_id, id);
    create trigger likeness_verdicts_append_only before update or delete on likeness_verdicts
      for each row execute function refuse_change();

    -- When an entry was last compared with the others.
    create table likeness_checks (
      kind text not null,
      entry_id integer not null,
      checked_at timestamptz not null default now(),
      primary key (kind, entry_id)
    );

    -- Works that were sent in before are compared, too.
    insert into jobs (kind, key, data)
    select 'likeness', kind || ':' || id, json_build_object('kind', kind, 'id', id)
    from (select 'cases' as kind, id, status::text as status from cases
      union all select 'videos' as kind, id, status::text as status from videos
      union all select 'photos' as kind, id, status::text as status from photos
      union all select 'recitations' as kind, id, status::text as status from recitations
      union all select 'commentaries' as kind, id, status::text as status from commentaries
      union all select 'platforms' as kind, id, status::text as status from platforms) works
    where status <> 'draft'`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table likeness_checks;
    drop table likeness_verdicts;
    drop table likenesses;
    drop table text_prints;
    drop table picture_prints`)
}
