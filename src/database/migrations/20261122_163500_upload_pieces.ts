import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Uploads into a bucket: what has arrived lies there in pieces, and is what stands here. `received` moves
// on together with the rows of the pieces, by one statement that compares it: of two writers one gets
// through, on whichever nodes they are. Uploads into a folder leave both untouched: the file says it.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table uploads
      add column received bigint not null default 0 check (received between 0 and bytes),
      add column pieces integer not null default 0;

    create table upload_pieces (
      upload_id text not null references uploads (id) on delete cascade,
      start bigint not null check (start >= 0),
      name text not null,
      primary key (upload_id, start)
    )`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table upload_pieces;
    alter table uploads drop column received, drop column pieces`)
}
