import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Counts by state within a scope, answered from the index alone.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE INDEX "status_unitPath_track_idx" ON "cases" USING btree ("status","unit_path","track_id");
  CREATE INDEX "status_unitPath_track_1_idx" ON "videos" USING btree ("status","unit_path","track_id");
  CREATE INDEX "status_unitPath_track_2_idx" ON "photos" USING btree ("status","unit_path","track_id");
  CREATE INDEX "status_unitPath_track_3_idx" ON "recitations" USING btree ("status","unit_path","track_id");
  CREATE INDEX "status_unitPath_track_4_idx" ON "commentaries" USING btree ("status","unit_path","track_id");
  CREATE INDEX "status_unitPath_track_5_idx" ON "platforms" USING btree ("status","unit_path","track_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "status_unitPath_track_idx";
  DROP INDEX "status_unitPath_track_1_idx";
  DROP INDEX "status_unitPath_track_2_idx";
  DROP INDEX "status_unitPath_track_3_idx";
  DROP INDEX "status_unitPath_track_4_idx";
  DROP INDEX "status_unitPath_track_5_idx";`)
}
