import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Files of works show what was made of them. What is shown already was written before: it gets the new
// fields, empty, until its files are made ready.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    update showcase_entries set document = jsonb_set(document, '{media}', (
      select coalesce(jsonb_agg('{"blurhash":null,"colour":null,"durationSeconds":null,"renditions":[],"poster":null,"waveform":null}'::jsonb
        || item order by place), '[]')
      from jsonb_array_elements(document->'media') with ordinality as each (item, place)))
    where jsonb_typeof(document->'media') = 'array'`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    update showcase_entries set document = jsonb_set(document, '{media}', (
      select coalesce(jsonb_agg(item - array['blurhash', 'colour', 'durationSeconds', 'renditions', 'poster', 'waveform']
        order by place), '[]')
      from jsonb_array_elements(document->'media') with ordinality as each (item, place)))
    where jsonb_typeof(document->'media') = 'array'`)
}
