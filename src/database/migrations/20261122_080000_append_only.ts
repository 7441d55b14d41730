import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// The review log is what the province defends its decisions with for years: rows are only added,
// whoever asks and by whatever way.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'P0001';
    end $$;
    create trigger review_logs_append_only before update or delete on review_logs
      for each row execute function refuse_change();
    create trigger review_logs_no_truncate before truncate on review_logs
      for each statement execute function refuse_change();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger review_logs_no_truncate on review_logs;
    drop trigger review_logs_append_only on review_logs;
    drop function refuse_change();
  `)
}
