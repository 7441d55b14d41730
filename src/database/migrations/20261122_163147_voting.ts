import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "vote_rounds" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"campaign_id" integer NOT NULL,
  	"about" varchar,
  	"candidates_from" varchar DEFAULT 'published' NOT NULL,
  	"listed" varchar,
  	"window_from" timestamp(3) with time zone NOT NULL,
  	"window_to" timestamp(3) with time zone NOT NULL,
  	"period_kind" varchar DEFAULT 'day' NOT NULL,
  	"period_hours" numeric,
  	"votes_per_period" numeric,
  	"votes_per_entry_per_period" numeric,
  	"votes_per_entry" numeric,
  	"ballot_min" numeric,
  	"ballot_max" numeric,
  	"counts_shown" varchar DEFAULT 'afterClose' NOT NULL,
  	"counts_at" varchar,
  	"voters" varchar DEFAULT 'participants' NOT NULL,
  	"minimum_age_hours" numeric,
  	"state" varchar DEFAULT 'draft',
  	"opened_at" timestamp(3) with time zone,
  	"closed_at" timestamp(3) with time zone,
  	"proposed" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "vote_rounds_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"tracks_id" integer
  );
  
  CREATE TABLE "vote_cases" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"round_id" integer NOT NULL,
  	"class" varchar DEFAULT 'automated' NOT NULL,
  	"query" jsonb NOT NULL,
  	"reason" varchar NOT NULL,
  	"sample" jsonb,
  	"state" varchar DEFAULT 'collecting',
  	"votes" numeric,
  	"proposed_by_id" integer,
  	"decided_by_id" integer,
  	"decided_at" timestamp(3) with time zone,
  	"decision" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "vote_rounds_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "vote_cases_id" integer;
  ALTER TABLE "vote_rounds" ADD CONSTRAINT "vote_rounds_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "vote_rounds_rels" ADD CONSTRAINT "vote_rounds_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."vote_rounds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "vote_rounds_rels" ADD CONSTRAINT "vote_rounds_rels_tracks_fk" FOREIGN KEY ("tracks_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "vote_cases" ADD CONSTRAINT "vote_cases_round_id_vote_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."vote_rounds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "vote_cases" ADD CONSTRAINT "vote_cases_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "vote_cases" ADD CONSTRAINT "vote_cases_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "vote_rounds_slug_idx" ON "vote_rounds" USING btree ("slug");
  CREATE INDEX "vote_rounds_campaign_idx" ON "vote_rounds" USING btree ("campaign_id");
  CREATE INDEX "vote_rounds_updated_at_idx" ON "vote_rounds" USING btree ("updated_at");
  CREATE INDEX "vote_rounds_created_at_idx" ON "vote_rounds" USING btree ("created_at");
  CREATE INDEX "vote_rounds_rels_order_idx" ON "vote_rounds_rels" USING btree ("order");
  CREATE INDEX "vote_rounds_rels_parent_idx" ON "vote_rounds_rels" USING btree ("parent_id");
  CREATE INDEX "vote_rounds_rels_path_idx" ON "vote_rounds_rels" USING btree ("path");
  CREATE INDEX "vote_rounds_rels_tracks_id_idx" ON "vote_rounds_rels" USING btree ("tracks_id");
  CREATE INDEX "vote_cases_round_idx" ON "vote_cases" USING btree ("round_id");
  CREATE INDEX "vote_cases_proposed_by_idx" ON "vote_cases" USING btree ("proposed_by_id");
  CREATE INDEX "vote_cases_decided_by_idx" ON "vote_cases" USING btree ("decided_by_id");
  CREATE INDEX "vote_cases_updated_at_idx" ON "vote_cases" USING btree ("updated_at");
  CREATE INDEX "vote_cases_created_at_idx" ON "vote_cases" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_vote_rounds_fk" FOREIGN KEY ("vote_rounds_id") REFERENCES "public"."vote_rounds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_vote_cases_fk" FOREIGN KEY ("vote_cases_id") REFERENCES "public"."vote_cases"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_vote_rounds_id_idx" ON "payload_locked_documents_rels" USING btree ("vote_rounds_id");
  CREATE INDEX "payload_locked_documents_rels_vote_cases_id_idx" ON "payload_locked_documents_rels" USING btree ("vote_cases_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "vote_rounds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "vote_rounds_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "vote_cases" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "vote_rounds" CASCADE;
  DROP TABLE "vote_rounds_rels" CASCADE;
  DROP TABLE "vote_cases" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_vote_rounds_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_vote_cases_fk";
  
  DROP INDEX "payload_locked_documents_rels_vote_rounds_id_idx";
  DROP INDEX "payload_locked_documents_rels_vote_cases_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "vote_rounds_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "vote_cases_id";`)
}
