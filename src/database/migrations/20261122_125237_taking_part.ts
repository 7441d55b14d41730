import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "api_clients" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"client_id" varchar NOT NULL,
  	"kind" varchar DEFAULT 'app' NOT NULL,
  	"rate_tier" varchar DEFAULT 'normal' NOT NULL,
  	"unit_id" integer,
  	"active" boolean DEFAULT true,
  	"expires_at" timestamp(3) with time zone,
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "api_clients_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "word_lists" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"category" varchar NOT NULL,
  	"words" varchar,
  	"active" boolean DEFAULT true,
  	"version" numeric,
  	"word_count" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "campaigns" ADD COLUMN "terms_version" varchar;
  ALTER TABLE "campaigns" ADD COLUMN "terms_text" varchar;
  ALTER TABLE "tracks" ADD COLUMN "per_person_limit" numeric;
  ALTER TABLE "media" ADD COLUMN "participant_id" numeric;
  ALTER TABLE "media" ADD COLUMN "processing" varchar;
  ALTER TABLE "media" ADD COLUMN "progress" numeric;
  ALTER TABLE "media" ADD COLUMN "duration_seconds" numeric;
  ALTER TABLE "media" ADD COLUMN "facts" jsonb;
  ALTER TABLE "media" ADD COLUMN "problem" varchar;
  ALTER TABLE "cases" ADD COLUMN "age_group" varchar;
  ALTER TABLE "cases" ADD COLUMN "guardian_consent_id" integer;
  ALTER TABLE "cases" ADD COLUMN "participant_id" numeric;
  ALTER TABLE "cases" ADD COLUMN "came_from" varchar;
  ALTER TABLE "videos" ADD COLUMN "age_group" varchar;
  ALTER TABLE "videos" ADD COLUMN "guardian_consent_id" integer;
  ALTER TABLE "videos" ADD COLUMN "participant_id" numeric;
  ALTER TABLE "videos" ADD COLUMN "came_from" varchar;
  ALTER TABLE "photos" ADD COLUMN "age_group" varchar;
  ALTER TABLE "photos" ADD COLUMN "guardian_consent_id" integer;
  ALTER TABLE "photos" ADD COLUMN "participant_id" numeric;
  ALTER TABLE "photos" ADD COLUMN "came_from" varchar;
  ALTER TABLE "recitations" ADD COLUMN "age_group" varchar;
  ALTER TABLE "recitations" ADD COLUMN "guardian_consent_id" integer;
  ALTER TABLE "recitations" ADD COLUMN "participant_id" numeric;
  ALTER TABLE "recitations" ADD COLUMN "came_from" varchar;
  ALTER TABLE "commentaries" ADD COLUMN "age_group" varchar;
  ALTER TABLE "commentaries" ADD COLUMN "guardian_consent_id" integer;
  ALTER TABLE "commentaries" ADD COLUMN "participant_id" numeric;
  ALTER TABLE "commentaries" ADD COLUMN "came_from" varchar;
  ALTER TABLE "platforms" ADD COLUMN "age_group" varchar;
  ALTER TABLE "platforms" ADD COLUMN "guardian_consent_id" integer;
  ALTER TABLE "platforms" ADD COLUMN "participant_id" numeric;
  ALTER TABLE "platforms" ADD COLUMN "came_from" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "api_clients_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "word_lists_id" integer;
  ALTER TABLE "api_clients" ADD CONSTRAINT "api_clients_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "api_clients_texts" ADD CONSTRAINT "api_clients_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."api_clients"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "api_clients_client_id_idx" ON "api_clients" USING btree ("client_id");
  CREATE INDEX "api_clients_unit_idx" ON "api_clients" USING btree ("unit_id");
  CREATE INDEX "api_clients_updated_at_idx" ON "api_clients" USING btree ("updated_at");
  CREATE INDEX "api_clients_created_at_idx" ON "api_clients" USING btree ("created_at");
  CREATE INDEX "api_clients_texts_order_parent" ON "api_clients_texts" USING btree ("order","parent_id");
  CREATE INDEX "word_lists_updated_at_idx" ON "word_lists" USING btree ("updated_at");
  CREATE INDEX "word_lists_created_at_idx" ON "word_lists" USING btree ("created_at");
  ALTER TABLE "cases" ADD CONSTRAINT "cases_guardian_consent_id_media_id_fk" FOREIGN KEY ("guardian_consent_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "videos" ADD CONSTRAINT "videos_guardian_consent_id_media_id_fk" FOREIGN KEY ("guardian_consent_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "photos" ADD CONSTRAINT "photos_guardian_consent_id_media_id_fk" FOREIGN KEY ("guardian_consent_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "recitations" ADD CONSTRAINT "recitations_guardian_consent_id_media_id_fk" FOREIGN KEY ("guardian_consent_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_guardian_consent_id_media_id_fk" FOREIGN KEY ("guardian_consent_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "platforms" ADD CONSTRAINT "platforms_guardian_consent_id_media_id_fk" FOREIGN KEY ("guardian_consent_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_api_clients_fk" FOREIGN KEY ("api_clients_id") REFERENCES "public"."api_clients"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_word_lists_fk" FOREIGN KEY ("word_lists_id") REFERENCES "public"."word_lists"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "media_participant_id_idx" ON "media" USING btree ("participant_id");
  CREATE INDEX "cases_guardian_consent_idx" ON "cases" USING btree ("guardian_consent_id");
  CREATE INDEX "cases_participant_id_idx" ON "cases" USING btree ("participant_id");
  CREATE INDEX "videos_guardian_consent_idx" ON "videos" USING btree ("guardian_consent_id");
  CREATE INDEX "videos_participant_id_idx" ON "videos" USING btree ("participant_id");
  CREATE INDEX "photos_guardian_consent_idx" ON "photos" USING btree ("guardian_consent_id");
  CREATE INDEX "photos_participant_id_idx" ON "photos" USING btree ("participant_id");
  CREATE INDEX "recitations_guardian_consent_idx" ON "recitations" USING btree ("guardian_consent_id");
  CREATE INDEX "recitations_participant_id_idx" ON "recitations" USING btree ("participant_id");
  CREATE INDEX "commentaries_guardian_consent_idx" ON "commentaries" USING btree ("guardian_consent_id");
  CREATE INDEX "commentaries_participant_id_idx" ON "commentaries" USING btree ("participant_id");
  CREATE INDEX "platforms_guardian_consent_idx" ON "platforms" USING btree ("guardian_consent_id");
  CREATE INDEX "platforms_participant_id_idx" ON "platforms" USING btree ("participant_id");
  CREATE INDEX "payload_locked_documents_rels_api_clients_id_idx" ON "payload_locked_documents_rels" USING btree ("api_clients_id");
  CREATE INDEX "payload_locked_documents_rels_word_lists_id_idx" ON "payload_locked_documents_rels" USING btree ("word_lists_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "api_clients" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "api_clients_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "word_lists" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "api_clients" CASCADE;
  DROP TABLE "api_clients_texts" CASCADE;
  DROP TABLE "word_lists" CASCADE;
  ALTER TABLE "cases" DROP CONSTRAINT "cases_guardian_consent_id_media_id_fk";
  
  ALTER TABLE "videos" DROP CONSTRAINT "videos_guardian_consent_id_media_id_fk";
  
  ALTER TABLE "photos" DROP CONSTRAINT "photos_guardian_consent_id_media_id_fk";
  
  ALTER TABLE "recitations" DROP CONSTRAINT "recitations_guardian_consent_id_media_id_fk";
  
  ALTER TABLE "commentaries" DROP CONSTRAINT "commentaries_guardian_consent_id_media_id_fk";
  
  ALTER TABLE "platforms" DROP CONSTRAINT "platforms_guardian_consent_id_media_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_api_clients_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_word_lists_fk";
  
  DROP INDEX "media_participant_id_idx";
  DROP INDEX "cases_guardian_consent_idx";
  DROP INDEX "cases_participant_id_idx";
  DROP INDEX "videos_guardian_consent_idx";
  DROP INDEX "videos_participant_id_idx";
  DROP INDEX "photos_guardian_consent_idx";
  DROP INDEX "photos_participant_id_idx";
  DROP INDEX "recitations_guardian_consent_idx";
  DROP INDEX "recitations_participant_id_idx";
  DROP INDEX "commentaries_guardian_consent_idx";
  DROP INDEX "commentaries_participant_id_idx";
  DROP INDEX "platforms_guardian_consent_idx";
  DROP INDEX "platforms_participant_id_idx";
  DROP INDEX "payload_locked_documents_rels_api_clients_id_idx";
  DROP INDEX "payload_locked_documents_rels_word_lists_id_idx";
  ALTER TABLE "campaigns" DROP COLUMN "terms_version";
  ALTER TABLE "campaigns" DROP COLUMN "terms_text";
  ALTER TABLE "tracks" DROP COLUMN "per_person_limit";
  ALTER TABLE "media" DROP COLUMN "participant_id";
  ALTER TABLE "media" DROP COLUMN "processing";
  ALTER TABLE "media" DROP COLUMN "progress";
  ALTER TABLE "media" DROP COLUMN "duration_seconds";
  ALTER TABLE "media" DROP COLUMN "facts";
  ALTER TABLE "media" DROP COLUMN "problem";
  ALTER TABLE "cases" DROP COLUMN "age_group";
  ALTER TABLE "cases" DROP COLUMN "guardian_consent_id";
  ALTER TABLE "cases" DROP COLUMN "participant_id";
  ALTER TABLE "cases" DROP COLUMN "came_from";
  ALTER TABLE "videos" DROP COLUMN "age_group";
  ALTER TABLE "videos" DROP COLUMN "guardian_consent_id";
  ALTER TABLE "videos" DROP COLUMN "participant_id";
  ALTER TABLE "videos" DROP COLUMN "came_from";
  ALTER TABLE "photos" DROP COLUMN "age_group";
  ALTER TABLE "photos" DROP COLUMN "guardian_consent_id";
  ALTER TABLE "photos" DROP COLUMN "participant_id";
  ALTER TABLE "photos" DROP COLUMN "came_from";
  ALTER TABLE "recitations" DROP COLUMN "age_group";
  ALTER TABLE "recitations" DROP COLUMN "guardian_consent_id";
  ALTER TABLE "recitations" DROP COLUMN "participant_id";
  ALTER TABLE "recitations" DROP COLUMN "came_from";
  ALTER TABLE "commentaries" DROP COLUMN "age_group";
  ALTER TABLE "commentaries" DROP COLUMN "guardian_consent_id";
  ALTER TABLE "commentaries" DROP COLUMN "participant_id";
  ALTER TABLE "commentaries" DROP COLUMN "came_from";
  ALTER TABLE "platforms" DROP COLUMN "age_group";
  ALTER TABLE "platforms" DROP COLUMN "guardian_consent_id";
  ALTER TABLE "platforms" DROP COLUMN "participant_id";
  ALTER TABLE "platforms" DROP COLUMN "came_from";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "api_clients_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "word_lists_id";`)
}
