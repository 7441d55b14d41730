import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Files of works show what was made of them. What is shown already was written before: it gets the new
// fields, empty, until its files are made ready.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create function pg_temp.with_blurhash(holder jsonb, name text) returns jsonb language sql as $$
      select case when jsonb_typeof(holder->name) = 'object'
        then jsonb_set(holder, array[name, 'blurhash'], 'null') else holder end
    $$;
    create function pg_temp.with_made(item jsonb) returns jsonb language sql as $$
      select '{"blurhash":null,"colour":null,"durationSeconds":null,"renditions":[],"poster":null,"waveform":null}'::jsonb
        || case when jsonb_typeof(item->'sizes') = 'object' then jsonb_set(item, '{sizes}',
          pg_temp.with_blurhash(pg_temp.with_blurhash(pg_temp.with_blurhash(item->'sizes', 'wide'), 'card'), 'thumb'))
          else item end
    $$;
    update showcase_documents set card = pg_temp.with_blurhash(card, 'cover'), document = pg_temp.with_blurhash(document, 'cover')
      where type = 'article';
    update showcase_entries set card = pg_temp.with_blurhash(card, 'cover'),
      document = jsonb_set(pg_temp.with_blurhash(document, 'cover'), '{media}', (
        select coalesce(jsonb_agg(pg_temp.with_made(item) order by place), '[]')
        from jsonb_array_elements(document->'media') with ordinality as each (item, place)))
      where jsonb_typeof(document->'media') = 'array'`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    update showcase_documents set card = card #- '{cover,blurhash}', document = document #- '{cover,blurhash}'
      where type = 'article';
    update showcase_entries set card = card #- '{cover,blurhash}',
      document = jsonb_set(document #- '{cover,blurhash}', '{media}', (
        select coalesce(jsonb_agg((item - array['blurhash', 'colour', 'durationSeconds', 'renditions', 'poster', 'waveform'])
          #- '{sizes,wide,blurhash}' #- '{sizes,card,blurhash}' #- '{sizes,thumb,blurhash}' order by place), '[]')
        from jsonb_array_elements(document->'media') with ordinality as each (item, place)))
      where jsonb_typeof(document->'media') = 'array'`)
}
