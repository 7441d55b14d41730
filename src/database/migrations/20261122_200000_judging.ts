import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "judging_rounds_criteria" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"full" numeric,
  	"weight" numeric,
  	"anchors" varchar
  );
  
  CREATE TABLE "judging_rounds_tie_break" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"by" varchar DEFAULT 'lot' NOT NULL,
  	"criterion" varchar
  );
  
  CREATE TABLE "judging_rounds_levels" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"count" numeric,
  	"at_least" numeric
  );
  
  CREATE TABLE "judging_rounds" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"about" varchar,
  	"track_id" integer NOT NULL,
  	"key" varchar NOT NULL,
  	"kind" varchar DEFAULT 'score' NOT NULL,
  	"window_from" timestamp(3) with time zone NOT NULL,
  	"window_to" timestamp(3) with time zone NOT NULL,
  	"quorum" numeric,
  	"scores_shown" varchar DEFAULT 'never' NOT NULL,
  	"blind" boolean DEFAULT true,
  	"method" varchar DEFAULT 'mean' NOT NULL,
  	"method_drop" numeric,
  	"method_shrink" numeric,
  	"vote_percent" numeric,
  	"vote_points" varchar DEFAULT 'share-of-top',
  	"vote_round_id" integer,
  	"decimals" numeric,
  	"disagreement" numeric,
  	"carry_over" varchar DEFAULT 'none' NOT NULL,
  	"carry_count" numeric,
  	"carry_points" numeric,
  	"carry_equal" varchar DEFAULT 'by-hand',
  	"most_percent" numeric,
  	"reserves" numeric,
  	"awards_equal" varchar DEFAULT 'by-hand' NOT NULL,
  	"state" varchar DEFAULT 'draft',
  	"opened_at" timestamp(3) with time zone,
  	"seed" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "results" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"track_id" integer NOT NULL,
  	"round_id" integer NOT NULL,
  	"notice_from" timestamp(3) with time zone NOT NULL,
  	"notice_to" timestamp(3) with time zone NOT NULL,
  	"contact" varchar NOT NULL,
  	"least_days" numeric,
  	"accept_days" numeric,
  	"rule_days" numeric,
  	"needs_evidence" boolean DEFAULT true,
  	"rest_days" varchar,
  	"work_days" varchar,
  	"state" varchar DEFAULT 'draft',
  	"public_id" varchar,
  	"version" numeric,
  	"pending" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "objections" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"number" varchar,
  	"result_id" integer,
  	"entry" varchar,
  	"ground" varchar,
  	"evidence" jsonb,
  	"objector_kind" varchar,
  	"state" varchar DEFAULT 'filed',
  	"filed_at" timestamp(3) with time zone,
  	"accepted_at" timestamp(3) with time zone,
  	"due_at" timestamp(3) with time zone,
  	"ruled_at" timestamp(3) with time zone,
  	"ruled_by_id" integer,
  	"ruling" varchar,
  	"effect" varchar,
  	"applied_in" numeric,
  	"objector_name" varchar,
  	"objector_contact" varchar,
  	"participant_id" numeric,
  	"unit_id" integer,
  	"filed_by_id" integer,
  	"work_unit_path" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "certificate_templates" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"campaign_id" integer NOT NULL,
  	"title" varchar NOT NULL,
  	"body" varchar NOT NULL,
  	"issuers" varchar NOT NULL,
  	"date" varchar NOT NULL,
  	"orientation" varchar DEFAULT 'landscape' NOT NULL,
  	"naming" varchar DEFAULT 'each' NOT NULL,
  	"seal_id" integer,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notice_templates" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"event" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"body" varchar NOT NULL,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "judging_rounds_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "results_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "objections_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "certificate_templates_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "notice_templates_id" integer;
  ALTER TABLE "judging_rounds_criteria" ADD CONSTRAINT "judging_rounds_criteria_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."judging_rounds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "judging_rounds_tie_break" ADD CONSTRAINT "judging_rounds_tie_break_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."judging_rounds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "judging_rounds_levels" ADD CONSTRAINT "judging_rounds_levels_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."judging_rounds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "judging_rounds" ADD CONSTRAINT "judging_rounds_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "judging_rounds" ADD CONSTRAINT "judging_rounds_vote_round_id_vote_rounds_id_fk" FOREIGN KEY ("vote_round_id") REFERENCES "public"."vote_rounds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "results" ADD CONSTRAINT "results_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "results" ADD CONSTRAINT "results_round_id_judging_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."judging_rounds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "objections" ADD CONSTRAINT "objections_result_id_results_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."results"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "objections" ADD CONSTRAINT "objections_ruled_by_id_users_id_fk" FOREIGN KEY ("ruled_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "objections" ADD CONSTRAINT "objections_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "objections" ADD CONSTRAINT "objections_filed_by_id_users_id_fk" FOREIGN KEY ("filed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "certificate_templates" ADD CONSTRAINT "certificate_templates_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "certificate_templates" ADD CONSTRAINT "certificate_templates_seal_id_media_id_fk" FOREIGN KEY ("seal_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "judging_rounds_criteria_order_idx" ON "judging_rounds_criteria" USING btree ("_order");
  CREATE INDEX "judging_rounds_criteria_parent_id_idx" ON "judging_rounds_criteria" USING btree ("_parent_id");
  CREATE INDEX "judging_rounds_tie_break_order_idx" ON "judging_rounds_tie_break" USING btree ("_order");
  CREATE INDEX "judging_rounds_tie_break_parent_id_idx" ON "judging_rounds_tie_break" USING btree ("_parent_id");
  CREATE INDEX "judging_rounds_levels_order_idx" ON "judging_rounds_levels" USING btree ("_order");
  CREATE INDEX "judging_rounds_levels_parent_id_idx" ON "judging_rounds_levels" USING btree ("_parent_id");
  CREATE INDEX "judging_rounds_track_idx" ON "judging_rounds" USING btree ("track_id");
  CREATE INDEX "judging_rounds_vote_round_idx" ON "judging_rounds" USING btree ("vote_round_id");
  CREATE INDEX "judging_rounds_updated_at_idx" ON "judging_rounds" USING btree ("updated_at");
  CREATE INDEX "judging_rounds_created_at_idx" ON "judging_rounds" USING btree ("created_at");
  CREATE UNIQUE INDEX "results_track_idx" ON "results" USING btree ("track_id");
  CREATE INDEX "results_round_idx" ON "results" USING btree ("round_id");
  CREATE INDEX "results_updated_at_idx" ON "results" USING btree ("updated_at");
  CREATE INDEX "results_created_at_idx" ON "results" USING btree ("created_at");
  CREATE UNIQUE INDEX "objections_number_idx" ON "objections" USING btree ("number");
  CREATE INDEX "objections_result_idx" ON "objections" USING btree ("result_id");
  CREATE INDEX "objections_entry_idx" ON "objections" USING btree ("entry");
  CREATE INDEX "objections_filed_at_idx" ON "objections" USING btree ("filed_at");
  CREATE INDEX "objections_due_at_idx" ON "objections" USING btree ("due_at");
  CREATE INDEX "objections_ruled_by_idx" ON "objections" USING btree ("ruled_by_id");
  CREATE INDEX "objections_participant_id_idx" ON "objections" USING btree ("participant_id");
  CREATE INDEX "objections_unit_idx" ON "objections" USING btree ("unit_id");
  CREATE INDEX "objections_filed_by_idx" ON "objections" USING btree ("filed_by_id");
  CREATE INDEX "objections_work_unit_path_idx" ON "objections" USING btree ("work_unit_path");
  CREATE INDEX "objections_updated_at_idx" ON "objections" USING btree ("updated_at");
  CREATE INDEX "objections_created_at_idx" ON "objections" USING btree ("created_at");
  CREATE INDEX "certificate_templates_campaign_idx" ON "certificate_templates" USING btree ("campaign_id");
  CREATE INDEX "certificate_templates_seal_idx" ON "certificate_templates" USING btree ("seal_id");
  CREATE INDEX "certificate_templates_updated_at_idx" ON "certificate_templates" USING btree ("updated_at");
  CREATE INDEX "certificate_templates_created_at_idx" ON "certificate_templates" USING btree ("created_at");
  CREATE UNIQUE INDEX "notice_templates_event_idx" ON "notice_templates" USING btree ("event");
  CREATE INDEX "notice_templates_updated_at_idx" ON "notice_templates" USING btree ("updated_at");
  CREATE INDEX "notice_templates_created_at_idx" ON "notice_templates" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_judging_rounds_fk" FOREIGN KEY ("judging_rounds_id") REFERENCES "public"."judging_rounds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_results_fk" FOREIGN KEY ("results_id") REFERENCES "public"."results"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_objections_fk" FOREIGN KEY ("objections_id") REFERENCES "public"."objections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_certificate_templates_fk" FOREIGN KEY ("certificate_templates_id") REFERENCES "public"."certificate_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_notice_templates_fk" FOREIGN KEY ("notice_templates_id") REFERENCES "public"."notice_templates"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_judging_rounds_id_idx" ON "payload_locked_documents_rels" USING btree ("judging_rounds_id");
  CREATE INDEX "payload_locked_documents_rels_results_id_idx" ON "payload_locked_documents_rels" USING btree ("results_id");
  CREATE INDEX "payload_locked_documents_rels_objections_id_idx" ON "payload_locked_documents_rels" USING btree ("objections_id");
  CREATE INDEX "payload_locked_documents_rels_certificate_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("certificate_templates_id");
  CREATE INDEX "payload_locked_documents_rels_notice_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("notice_templates_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "judging_rounds_criteria" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "judging_rounds_tie_break" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "judging_rounds_levels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "judging_rounds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "results" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "objections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "certificate_templates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "notice_templates" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "judging_rounds_criteria" CASCADE;
  DROP TABLE "judging_rounds_tie_break" CASCADE;
  DROP TABLE "judging_rounds_levels" CASCADE;
  DROP TABLE "judging_rounds" CASCADE;
  DROP TABLE "results" CASCADE;
  DROP TABLE "objections" CASCADE;
  DROP TABLE "certificate_templates" CASCADE;
  DROP TABLE "notice_templates" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_judging_rounds_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_results_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_objections_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_certificate_templates_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_notice_templates_fk";
  
  DROP INDEX "payload_locked_documents_rels_judging_rounds_id_idx";
  DROP INDEX "payload_locked_documents_rels_results_id_idx";
  DROP INDEX "payload_locked_documents_rels_objections_id_idx";
  DROP INDEX "payload_locked_documents_rels_certificate_templates_id_idx";
  DROP INDEX "payload_locked_documents_rels_notice_templates_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "judging_rounds_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "results_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "objections_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "certificate_templates_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "notice_templates_id";`)
}
