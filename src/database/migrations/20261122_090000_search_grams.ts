import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

const tables = ['cases', 'videos', 'photos', 'recitations', 'commentaries', 'platforms']

// Words of two characters are the usual search in Chinese, and no trigram index finds them: so every
// entry keeps the pairs of neighbouring characters of its title and number, which src/database/search.ts
// asks for beside the search itself.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create function search_grams(words text) returns text[] language sql immutable strict parallel safe
      return (select coalesce(array_agg(distinct substr(lowered, place, 2)), '{}')
        from (select lower(words) as lowered) once, generate_series(1, length(lowered) - 1) place)`)
  for (const table of tables) {
    await db.execute(
      sql.raw(`
      alter table "${table}" add column search_grams text[] generated always as
        (coalesce(search_grams(title), '{}') || coalesce(search_grams(public_id), '{}')) stored;
      create index "${table}_search_grams_idx" on "${table}" using gin (search_grams)`),
    )
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of tables) {
    await db.execute(sql.raw(`alter table "${table}" drop column search_grams`))
  }
  await db.execute(sql`drop function search_grams(text)`)
}
