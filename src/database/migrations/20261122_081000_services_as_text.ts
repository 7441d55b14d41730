import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// GraphQL has no names in Chinese for the values of an enum; and the services are the track's data.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "platforms_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  INSERT INTO "platforms_texts" ("order", "parent_id", "path", "text")
    SELECT "order", "parent_id", 'services', "value"::text FROM "platforms_services";
  DROP TABLE "platforms_services" CASCADE;
  ALTER TABLE "platforms_texts" ADD CONSTRAINT "platforms_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."platforms"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "platforms_texts_order_parent" ON "platforms_texts" USING btree ("order","parent_id");
  DROP TYPE "public"."enum_platforms_services";`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_platforms_services" AS ENUM('宣传教育', '就业服务', '维权帮扶', '技能提升', '商家优惠', '公共服务');
  CREATE TABLE "platforms_services" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_platforms_services",
  	"id" serial PRIMARY KEY NOT NULL
  );
  DROP TABLE "platforms_texts" CASCADE;
  ALTER TABLE "platforms_services" ADD CONSTRAINT "platforms_services_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."platforms"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "platforms_services_order_idx" ON "platforms_services" USING btree ("order");
  CREATE INDEX "platforms_services_parent_idx" ON "platforms_services" USING btree ("parent_id");`)
}
