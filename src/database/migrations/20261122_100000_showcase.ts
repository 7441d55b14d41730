import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// The read model: what the public sees, as the public API answers it. src/plugins/showcase writes it in
// the transaction that publishes or takes down; src/delivery reads it and nothing else.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- One row a published entry. "card" is what lists show, "document" the whole; neither holds votes
    -- and award, which change without a review.
    create table showcase_entries (
      id text collate "C" primary key,
      kind text not null,
      entry_id integer not null,
      campaign text not null,
      track text not null,
      track_id integer not null,
      unit_id integer not null,
      unit_path text collate "C" not null,
      theme text,
      award jsonb,
      award_level text,
      votes integer,
      published_at timestamptz(3) not null,
      card jsonb not null,
      document jsonb not null,
      -- Pairs of neighbouring characters with their places, so that a phrase of them is a substring.
      title_grams tsvector not null,
      people_grams tsvector not null,
      all_grams tsvector not null,
      unique (kind, entry_id)
    );
    create index showcase_entries_newest on showcase_entries (published_at desc, id desc);
    create index showcase_entries_track_newest on showcase_entries (track_id, published_at desc, id desc);
    create index showcase_entries_theme_newest on showcase_entries (theme, published_at desc, id desc);
    create index showcase_entries_award_newest on showcase_entries (award_level, published_at desc, id desc)
      where award_level is not null;
    create index showcase_entries_votes on showcase_entries (coalesce(votes, 0) desc, published_at desc, id desc);
    create index showcase_entries_track_votes
      on showcase_entries (track_id, coalesce(votes, 0) desc, published_at desc, id desc);
    create index showcase_entries_unit on showcase_entries (unit_id);
    create index showcase_entries_title on showcase_entries using gin (title_grams);
    create index showcase_entries_people on showcase_entries using gin (people_grams);
    create index showcase_entries_all on showcase_entries using gin (all_grams);

    -- An entry once under its unit and under each unit above it: "this unit and below", newest first, is
    -- one walk along an index however many entries there are.
    create table showcase_places (
      unit_id integer not null,
      id text collate "C" not null references showcase_entries (id) on delete cascade,
      track_id integer not null,
      published_at timestamptz(3) not null,
      primary key (unit_id, id)
    );
    create index showcase_places_newest on showcase_places (unit_id, published_at desc, id desc);
    create index showcase_places_track_newest on showcase_places (unit_id, track_id, published_at desc, id desc);
    create index showcase_places_entry on showcase_places (id);

    create function showcase_place() returns trigger language plpgsql as $$
    begin
      delete from showcase_places where id = new.id;
      insert into showcase_places (unit_id, id, track_id, published_at)
        select substr(new.unit_path, at, 6)::integer, new.id, new.track_id, new.published_at
        from generate_series(1, length(new.unit_path), 6) at;
      return null;
    end $$;
    create trigger showcase_placed after insert on showcase_entries
      for each row execute function showcase_place();
    create trigger showcase_moved after update on showcase_entries for each row
      when ((old.unit_path, old.track_id, old.published_at) is distinct from (new.unit_path, new.track_id, new.published_at))
      execute function showcase_place();

    -- Files that anybody may fetch, by the name in their address, and what they belong to:
    -- "entry:2022-PHO-000001" or "article:12".
    create table showcase_files (
      name text collate "C" primary key,
      owner text collate "C" not null,
      type text not null,
      bytes bigint
    );
    create index showcase_files_owner on showcase_files (owner);

    -- Campaigns, tracks, articles and results: few, and read whole.
    create table showcase_documents (
      type text not null,
      source_id integer not null,
      campaign text not null,
      slug text not null,
      sort_at timestamptz(3) not null,
      card jsonb not null,
      document jsonb not null,
      primary key (type, source_id),
      unique (type, campaign, slug)
    );
    create index showcase_documents_newest on showcase_documents (type, sort_at desc, source_id desc);

    -- Every change is told to the nodes that answer the public, with its commit: what changed, or, of
    -- many at once, that all may have.
    create function showcase_entries_told() returns trigger language plpgsql as $$
    begin
      if (select count(*) from (select 1 from changed limit 201) few) > 200 then
        perform pg_notify('showcase', '{"all":true}');
      else
        perform pg_notify('showcase', json_build_object(
          'entry', id, 'kind', kind, 'campaign', campaign, 'track', track_id, 'theme', theme, 'unitPath', unit_path)::text)
        from changed;
      end if;
      return null;
    end $$;
    create trigger showcase_entries_added after insert on showcase_entries
      referencing new table as changed for each statement execute function showcase_entries_told();
    create trigger showcase_entries_left after update on showcase_entries
      referencing old table as changed for each statement execute function showcase_entries_told();
    create trigger showcase_entries_changed after update on showcase_entries
      referencing new table as changed for each statement execute function showcase_entries_told();
    create trigger showcase_entries_gone after delete on showcase_entries
      referencing old table as changed for each statement execute function showcase_entries_told();

    create function showcase_documents_told() returns trigger language plpgsql as $$
    begin
      perform pg_notify('showcase', json_build_object('document', type, 'campaign', campaign, 'slug', slug)::text)
      from changed;
      return null;
    end $$;
    create trigger showcase_documents_added after insert on showcase_documents
      referencing new table as changed for each statement execute function showcase_documents_told();
    create trigger showcase_documents_left after update on showcase_documents
      referencing old table as changed for each statement execute function showcase_documents_told();
    create trigger showcase_documents_changed after update on showcase_documents
      referencing new table as changed for each statement execute function showcase_documents_told();
    create trigger showcase_documents_gone after delete on showcase_documents
      referencing old table as changed for each statement execute function showcase_documents_told();
  `)
  // A fixed shuffle a column; a seed chooses one of them, where in it to begin and which way to go.
  for (const shuffle of [0, 1, 2, 3]) {
    await db.execute(
      sql.raw(`
      create index showcase_entries_shuffle_${shuffle} on showcase_entries (hashtextextended(id, ${shuffle}), id);
      create index showcase_entries_track_shuffle_${shuffle}
        on showcase_entries (track_id, hashtextextended(id, ${shuffle}), id)`),
    )
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table showcase_documents, showcase_files, showcase_places, showcase_entries;
    drop function showcase_documents_told(), showcase_entries_told(), showcase_place();
  `)
}
