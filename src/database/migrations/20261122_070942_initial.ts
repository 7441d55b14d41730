import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_campaigns_phases_key" AS ENUM('collect', 'judge', 'summary');
  CREATE TYPE "public"."enum_tracks_rules_severity" AS ENUM('blocking', 'warning');
  CREATE TYPE "public"."enum_tracks_kind" AS ENUM('cases', 'videos', 'photos', 'recitations', 'commentaries', 'platforms');
  CREATE TYPE "public"."enum_tracks_scope" AS ENUM('province', 'nationwide');
  CREATE TYPE "public"."enum_units_kind" AS ENUM('province', 'city', 'county', 'industry', 'enterprise', 'department', 'outside');
  CREATE TYPE "public"."enum_users_role" AS ENUM('province', 'editor', 'judge', 'supervisor');
  CREATE TYPE "public"."enum_articles_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__articles_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_cases_status" AS ENUM('draft', 'submitted', 'recommended', 'accepted', 'published', 'returned', 'rejected', 'withdrawn');
  CREATE TYPE "public"."enum_videos_subtype" AS ENUM('drama', 'documentary', 'creative');
  CREATE TYPE "public"."enum_videos_status" AS ENUM('draft', 'submitted', 'recommended', 'accepted', 'published', 'returned', 'rejected', 'withdrawn');
  CREATE TYPE "public"."enum_photos_subtype" AS ENUM('single', 'series');
  CREATE TYPE "public"."enum_photos_status" AS ENUM('draft', 'submitted', 'recommended', 'accepted', 'published', 'returned', 'rejected', 'withdrawn');
  CREATE TYPE "public"."enum_recitations_subtype" AS ENUM('recite', 'tell', 'speech');
  CREATE TYPE "public"."enum_recitations_status" AS ENUM('draft', 'submitted', 'recommended', 'accepted', 'published', 'returned', 'rejected', 'withdrawn');
  CREATE TYPE "public"."enum_commentaries_subtype" AS ENUM('text', 'comic', 'audio', 'video', 'h5');
  CREATE TYPE "public"."enum_commentaries_status" AS ENUM('draft', 'submitted', 'recommended', 'accepted', 'published', 'returned', 'rejected', 'withdrawn');
  CREATE TYPE "public"."enum_platforms_services" AS ENUM('宣传教育', '就业服务', '维权帮扶', '技能提升', '商家优惠', '公共服务');
  CREATE TYPE "public"."enum_platforms_subtype" AS ENUM('wechat', 'miniprogram', 'app', 'website');
  CREATE TYPE "public"."enum_platforms_status" AS ENUM('draft', 'submitted', 'recommended', 'accepted', 'published', 'returned', 'rejected', 'withdrawn');
  CREATE TYPE "public"."enum_quotas_counts_from" AS ENUM('submit', 'recommend');
  CREATE TABLE "campaigns_phases" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"key" "enum_campaigns_phases_key" NOT NULL,
  	"title" varchar,
  	"from" timestamp(3) with time zone NOT NULL,
  	"to" timestamp(3) with time zone NOT NULL,
  	"does" varchar
  );
  
  CREATE TABLE "campaigns" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"year" numeric NOT NULL,
  	"notice_date" timestamp(3) with time zone,
  	"allow_same_person" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "campaigns_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "tracks_rules" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"rule" varchar NOT NULL,
  	"severity" "enum_tracks_rules_severity" DEFAULT 'blocking' NOT NULL,
  	"subtype" varchar,
  	"minimum" numeric,
  	"maximum" numeric
  );
  
  CREATE TABLE "tracks" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"subtitle" varchar,
  	"note" varchar,
  	"campaign_id" integer NOT NULL,
  	"kind" "enum_tracks_kind" NOT NULL,
  	"slug" varchar NOT NULL,
  	"host_id" integer NOT NULL,
  	"scope" "enum_tracks_scope" DEFAULT 'province' NOT NULL,
  	"windows_collect_from" timestamp(3) with time zone,
  	"windows_collect_to" timestamp(3) with time zone,
  	"windows_judge_from" timestamp(3) with time zone,
  	"windows_judge_to" timestamp(3) with time zone,
  	"windows_summary_from" timestamp(3) with time zone,
  	"windows_summary_to" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "tracks_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "tracks_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"units_id" integer
  );
  
  CREATE TABLE "units" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"code" varchar NOT NULL,
  	"kind" "enum_units_kind" NOT NULL,
  	"parent_id" integer,
  	"path" varchar,
  	"contact_name" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"role" "enum_users_role" DEFAULT 'editor' NOT NULL,
  	"unit_id" integer,
  	"active" boolean DEFAULT true,
  	"unit_path" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "articles" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"slug" varchar,
  	"campaign_id" integer,
  	"published_on" timestamp(3) with time zone,
  	"summary" varchar,
  	"cover_id" integer,
  	"body" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_articles_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_articles_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_title" varchar,
  	"version_slug" varchar,
  	"version_campaign_id" integer,
  	"version_published_on" timestamp(3) with time zone,
  	"version_summary" varchar,
  	"version_cover_id" integer,
  	"version_body" jsonb,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__articles_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "media" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"alt" varchar,
  	"original_name" varchar,
  	"entry_kind" varchar,
  	"entry_id" numeric,
  	"entry_field" varchar,
  	"track_id" integer,
  	"unit_path" varchar,
  	"status" varchar,
  	"open" boolean DEFAULT false,
  	"created_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_wide_url" varchar,
  	"sizes_wide_width" numeric,
  	"sizes_wide_height" numeric,
  	"sizes_wide_mime_type" varchar,
  	"sizes_wide_filesize" numeric,
  	"sizes_wide_filename" varchar,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar,
  	"sizes_thumb_url" varchar,
  	"sizes_thumb_width" numeric,
  	"sizes_thumb_height" numeric,
  	"sizes_thumb_mime_type" varchar,
  	"sizes_thumb_filesize" numeric,
  	"sizes_thumb_filename" varchar
  );
  
  CREATE TABLE "cases_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"workplace" varchar,
  	"phone" varchar
  );
  
  CREATE TABLE "cases" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"theme" varchar,
  	"summary" varchar,
  	"cover_id" integer,
  	"original_declared" boolean DEFAULT false,
  	"situation" varchar,
  	"practice" varchar,
  	"digital_features" varchar,
  	"results" varchar,
  	"demonstration" varchar,
  	"track_id" integer NOT NULL,
  	"unit_id" integer,
  	"status" "enum_cases_status" DEFAULT 'draft' NOT NULL,
  	"public_id" varchar,
  	"campaign_id" integer,
  	"unit_path" varchar,
  	"created_by_id" integer,
  	"submitted_at" timestamp(3) with time zone,
  	"published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "cases_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" integer
  );
  
  CREATE TABLE "videos_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"workplace" varchar,
  	"phone" varchar
  );
  
  CREATE TABLE "videos" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"subtype" "enum_videos_subtype",
  	"theme" varchar,
  	"summary" varchar,
  	"cover_id" integer,
  	"original_declared" boolean DEFAULT false,
  	"video_id" integer,
  	"duration_seconds" numeric,
  	"made_on" timestamp(3) with time zone,
  	"no_watermark_declared" boolean DEFAULT false,
  	"track_id" integer NOT NULL,
  	"unit_id" integer,
  	"status" "enum_videos_status" DEFAULT 'draft' NOT NULL,
  	"public_id" varchar,
  	"campaign_id" integer,
  	"unit_path" varchar,
  	"created_by_id" integer,
  	"submitted_at" timestamp(3) with time zone,
  	"published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "photos_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"workplace" varchar,
  	"phone" varchar
  );
  
  CREATE TABLE "photos" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"subtype" "enum_photos_subtype",
  	"theme" varchar,
  	"summary" varchar,
  	"cover_id" integer,
  	"original_declared" boolean DEFAULT false,
  	"taken_at" timestamp(3) with time zone,
  	"place" varchar,
  	"no_composite_declared" boolean DEFAULT false,
  	"track_id" integer NOT NULL,
  	"unit_id" integer,
  	"status" "enum_photos_status" DEFAULT 'draft' NOT NULL,
  	"public_id" varchar,
  	"campaign_id" integer,
  	"unit_path" varchar,
  	"created_by_id" integer,
  	"submitted_at" timestamp(3) with time zone,
  	"published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "photos_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" integer
  );
  
  CREATE TABLE "recitations_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"workplace" varchar,
  	"phone" varchar
  );
  
  CREATE TABLE "recitations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"subtype" "enum_recitations_subtype",
  	"theme" varchar,
  	"summary" varchar,
  	"cover_id" integer,
  	"original_declared" boolean DEFAULT false,
  	"video_id" integer,
  	"duration_seconds" numeric,
  	"text_source" varchar,
  	"original_text" varchar,
  	"track_id" integer NOT NULL,
  	"unit_id" integer,
  	"status" "enum_recitations_status" DEFAULT 'draft' NOT NULL,
  	"public_id" varchar,
  	"campaign_id" integer,
  	"unit_path" varchar,
  	"created_by_id" integer,
  	"submitted_at" timestamp(3) with time zone,
  	"published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "commentaries_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"workplace" varchar,
  	"phone" varchar
  );
  
  CREATE TABLE "commentaries" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"subtype" "enum_commentaries_subtype",
  	"theme" varchar,
  	"summary" varchar,
  	"cover_id" integer,
  	"original_declared" boolean DEFAULT false,
  	"body" varchar,
  	"audio_id" integer,
  	"video_id" integer,
  	"duration_seconds" numeric,
  	"h5_url" varchar,
  	"h5_screens" numeric,
  	"published_url" varchar,
  	"published_platform" varchar,
  	"published_on" timestamp(3) with time zone,
  	"screenshot_id" integer,
  	"union_member_declared" boolean DEFAULT false,
  	"track_id" integer NOT NULL,
  	"unit_id" integer,
  	"status" "enum_commentaries_status" DEFAULT 'draft' NOT NULL,
  	"public_id" varchar,
  	"campaign_id" integer,
  	"unit_path" varchar,
  	"created_by_id" integer,
  	"submitted_at" timestamp(3) with time zone,
  	"published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "commentaries_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" integer
  );
  
  CREATE TABLE "platforms_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"workplace" varchar,
  	"phone" varchar
  );
  
  CREATE TABLE "platforms_services" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_platforms_services",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "platforms_self_assessment" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"indicator" varchar,
  	"full_marks" numeric,
  	"weight" numeric,
  	"marks" numeric,
  	"evidence" varchar
  );
  
  CREATE TABLE "platforms" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"subtype" "enum_platforms_subtype",
  	"theme" varchar,
  	"summary" varchar,
  	"cover_id" integer,
  	"original_declared" boolean DEFAULT false,
  	"address" varchar,
  	"qr_code_id" integer,
  	"operator" varchar,
  	"launched_on" timestamp(3) with time zone,
  	"registered_users" numeric,
  	"active_users" numeric,
  	"showcase_video_id" integer,
  	"duration_seconds" numeric,
  	"track_id" integer NOT NULL,
  	"unit_id" integer,
  	"status" "enum_platforms_status" DEFAULT 'draft' NOT NULL,
  	"public_id" varchar,
  	"campaign_id" integer,
  	"unit_path" varchar,
  	"created_by_id" integer,
  	"submitted_at" timestamp(3) with time zone,
  	"published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "review_logs" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" varchar NOT NULL,
  	"entry_id" numeric NOT NULL,
  	"public_id" varchar,
  	"title" varchar,
  	"action" varchar NOT NULL,
  	"from" varchar,
  	"to" varchar,
  	"reason" varchar,
  	"changes" jsonb,
  	"findings" jsonb,
  	"track_id" integer,
  	"unit_id" integer,
  	"actor_id" integer,
  	"actor_name" varchar,
  	"actor_role" varchar,
  	"actor_unit_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "quotas" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"track_id" integer NOT NULL,
  	"unit_id" integer NOT NULL,
  	"minimum" numeric,
  	"maximum" numeric,
  	"counts_from" "enum_quotas_counts_from" DEFAULT 'submit' NOT NULL,
  	"unit_path" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"campaigns_id" integer,
  	"tracks_id" integer,
  	"units_id" integer,
  	"users_id" integer,
  	"articles_id" integer,
  	"media_id" integer,
  	"cases_id" integer,
  	"videos_id" integer,
  	"photos_id" integer,
  	"recitations_id" integer,
  	"commentaries_id" integer,
  	"platforms_id" integer,
  	"review_logs_id" integer,
  	"quotas_id" integer
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "public_id_counters" (
  	"campaign_id" integer NOT NULL,
  	"kind" text NOT NULL,
  	"last" integer NOT NULL,
  	CONSTRAINT "public_id_counters_campaign_id_kind_pk" PRIMARY KEY("campaign_id","kind")
  );
  
  ALTER TABLE "campaigns_phases" ADD CONSTRAINT "campaigns_phases_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "campaigns_texts" ADD CONSTRAINT "campaigns_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tracks_rules" ADD CONSTRAINT "tracks_rules_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tracks" ADD CONSTRAINT "tracks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tracks" ADD CONSTRAINT "tracks_host_id_units_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tracks_texts" ADD CONSTRAINT "tracks_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tracks_rels" ADD CONSTRAINT "tracks_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tracks_rels" ADD CONSTRAINT "tracks_rels_units_fk" FOREIGN KEY ("units_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "units" ADD CONSTRAINT "units_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_parent_id_articles_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_campaign_id_campaigns_id_fk" FOREIGN KEY ("version_campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_cover_id_media_id_fk" FOREIGN KEY ("version_cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cases_authors" ADD CONSTRAINT "cases_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "cases" ADD CONSTRAINT "cases_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cases" ADD CONSTRAINT "cases_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cases" ADD CONSTRAINT "cases_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cases" ADD CONSTRAINT "cases_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cases" ADD CONSTRAINT "cases_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cases_rels" ADD CONSTRAINT "cases_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "cases_rels" ADD CONSTRAINT "cases_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "videos_authors" ADD CONSTRAINT "videos_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "videos" ADD CONSTRAINT "videos_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "videos" ADD CONSTRAINT "videos_video_id_media_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "videos" ADD CONSTRAINT "videos_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "videos" ADD CONSTRAINT "videos_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "videos" ADD CONSTRAINT "videos_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "videos" ADD CONSTRAINT "videos_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "photos_authors" ADD CONSTRAINT "photos_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "photos" ADD CONSTRAINT "photos_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "photos" ADD CONSTRAINT "photos_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "photos" ADD CONSTRAINT "photos_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "photos" ADD CONSTRAINT "photos_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "photos" ADD CONSTRAINT "photos_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "photos_rels" ADD CONSTRAINT "photos_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "photos_rels" ADD CONSTRAINT "photos_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "recitations_authors" ADD CONSTRAINT "recitations_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."recitations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "recitations" ADD CONSTRAINT "recitations_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "recitations" ADD CONSTRAINT "recitations_video_id_media_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "recitations" ADD CONSTRAINT "recitations_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "recitations" ADD CONSTRAINT "recitations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "recitations" ADD CONSTRAINT "recitations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "recitations" ADD CONSTRAINT "recitations_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries_authors" ADD CONSTRAINT "commentaries_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."commentaries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_audio_id_media_id_fk" FOREIGN KEY ("audio_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_video_id_media_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_screenshot_id_media_id_fk" FOREIGN KEY ("screenshot_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "commentaries_rels" ADD CONSTRAINT "commentaries_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."commentaries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "commentaries_rels" ADD CONSTRAINT "commentaries_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "platforms_authors" ADD CONSTRAINT "platforms_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."platforms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "platforms_services" ADD CONSTRAINT "platforms_services_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."platforms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "platforms_self_assessment" ADD CONSTRAINT "platforms_self_assessment_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."platforms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "platforms" ADD CONSTRAINT "platforms_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "platforms" ADD CONSTRAINT "platforms_qr_code_id_media_id_fk" FOREIGN KEY ("qr_code_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "platforms" ADD CONSTRAINT "platforms_showcase_video_id_media_id_fk" FOREIGN KEY ("showcase_video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "platforms" ADD CONSTRAINT "platforms_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "platforms" ADD CONSTRAINT "platforms_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "platforms" ADD CONSTRAINT "platforms_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "platforms" ADD CONSTRAINT "platforms_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "review_logs" ADD CONSTRAINT "review_logs_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "review_logs" ADD CONSTRAINT "review_logs_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "review_logs" ADD CONSTRAINT "review_logs_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "review_logs" ADD CONSTRAINT "review_logs_actor_unit_id_units_id_fk" FOREIGN KEY ("actor_unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotas" ADD CONSTRAINT "quotas_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotas" ADD CONSTRAINT "quotas_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_campaigns_fk" FOREIGN KEY ("campaigns_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_tracks_fk" FOREIGN KEY ("tracks_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_units_fk" FOREIGN KEY ("units_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_cases_fk" FOREIGN KEY ("cases_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_videos_fk" FOREIGN KEY ("videos_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_photos_fk" FOREIGN KEY ("photos_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_recitations_fk" FOREIGN KEY ("recitations_id") REFERENCES "public"."recitations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_commentaries_fk" FOREIGN KEY ("commentaries_id") REFERENCES "public"."commentaries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_platforms_fk" FOREIGN KEY ("platforms_id") REFERENCES "public"."platforms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_review_logs_fk" FOREIGN KEY ("review_logs_id") REFERENCES "public"."review_logs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_quotas_fk" FOREIGN KEY ("quotas_id") REFERENCES "public"."quotas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "campaigns_phases_order_idx" ON "campaigns_phases" USING btree ("_order");
  CREATE INDEX "campaigns_phases_parent_id_idx" ON "campaigns_phases" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "campaigns_slug_idx" ON "campaigns" USING btree ("slug");
  CREATE INDEX "campaigns_updated_at_idx" ON "campaigns" USING btree ("updated_at");
  CREATE INDEX "campaigns_created_at_idx" ON "campaigns" USING btree ("created_at");
  CREATE INDEX "campaigns_texts_order_parent" ON "campaigns_texts" USING btree ("order","parent_id");
  CREATE INDEX "tracks_rules_order_idx" ON "tracks_rules" USING btree ("_order");
  CREATE INDEX "tracks_rules_parent_id_idx" ON "tracks_rules" USING btree ("_parent_id");
  CREATE INDEX "tracks_campaign_idx" ON "tracks" USING btree ("campaign_id");
  CREATE INDEX "tracks_slug_idx" ON "tracks" USING btree ("slug");
  CREATE INDEX "tracks_host_idx" ON "tracks" USING btree ("host_id");
  CREATE INDEX "tracks_updated_at_idx" ON "tracks" USING btree ("updated_at");
  CREATE INDEX "tracks_created_at_idx" ON "tracks" USING btree ("created_at");
  CREATE UNIQUE INDEX "campaign_slug_idx" ON "tracks" USING btree ("campaign_id","slug");
  CREATE INDEX "tracks_texts_order_parent" ON "tracks_texts" USING btree ("order","parent_id");
  CREATE INDEX "tracks_rels_order_idx" ON "tracks_rels" USING btree ("order");
  CREATE INDEX "tracks_rels_parent_idx" ON "tracks_rels" USING btree ("parent_id");
  CREATE INDEX "tracks_rels_path_idx" ON "tracks_rels" USING btree ("path");
  CREATE INDEX "tracks_rels_units_id_idx" ON "tracks_rels" USING btree ("units_id");
  CREATE INDEX "units_name_idx" ON "units" USING btree ("name");
  CREATE UNIQUE INDEX "units_code_idx" ON "units" USING btree ("code");
  CREATE INDEX "units_parent_idx" ON "units" USING btree ("parent_id");
  CREATE UNIQUE INDEX "units_path_idx" ON "units" USING btree ("path");
  CREATE INDEX "units_updated_at_idx" ON "units" USING btree ("updated_at");
  CREATE INDEX "units_created_at_idx" ON "units" USING btree ("created_at");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_unit_idx" ON "users" USING btree ("unit_id");
  CREATE INDEX "users_unit_path_idx" ON "users" USING btree ("unit_path");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE UNIQUE INDEX "articles_slug_idx" ON "articles" USING btree ("slug");
  CREATE INDEX "articles_campaign_idx" ON "articles" USING btree ("campaign_id");
  CREATE INDEX "articles_published_on_idx" ON "articles" USING btree ("published_on");
  CREATE INDEX "articles_cover_idx" ON "articles" USING btree ("cover_id");
  CREATE INDEX "articles_updated_at_idx" ON "articles" USING btree ("updated_at");
  CREATE INDEX "articles_created_at_idx" ON "articles" USING btree ("created_at");
  CREATE INDEX "articles__status_idx" ON "articles" USING btree ("_status");
  CREATE INDEX "_articles_v_parent_idx" ON "_articles_v" USING btree ("parent_id");
  CREATE INDEX "_articles_v_version_version_slug_idx" ON "_articles_v" USING btree ("version_slug");
  CREATE INDEX "_articles_v_version_version_campaign_idx" ON "_articles_v" USING btree ("version_campaign_id");
  CREATE INDEX "_articles_v_version_version_published_on_idx" ON "_articles_v" USING btree ("version_published_on");
  CREATE INDEX "_articles_v_version_version_cover_idx" ON "_articles_v" USING btree ("version_cover_id");
  CREATE INDEX "_articles_v_version_version_updated_at_idx" ON "_articles_v" USING btree ("version_updated_at");
  CREATE INDEX "_articles_v_version_version_created_at_idx" ON "_articles_v" USING btree ("version_created_at");
  CREATE INDEX "_articles_v_version_version__status_idx" ON "_articles_v" USING btree ("version__status");
  CREATE INDEX "_articles_v_created_at_idx" ON "_articles_v" USING btree ("created_at");
  CREATE INDEX "_articles_v_updated_at_idx" ON "_articles_v" USING btree ("updated_at");
  CREATE INDEX "_articles_v_latest_idx" ON "_articles_v" USING btree ("latest");
  CREATE INDEX "media_track_idx" ON "media" USING btree ("track_id");
  CREATE INDEX "media_unit_path_idx" ON "media" USING btree ("unit_path");
  CREATE INDEX "media_status_idx" ON "media" USING btree ("status");
  CREATE INDEX "media_created_by_idx" ON "media" USING btree ("created_by_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_wide_sizes_wide_filename_idx" ON "media" USING btree ("sizes_wide_filename");
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename");
  CREATE INDEX "media_sizes_thumb_sizes_thumb_filename_idx" ON "media" USING btree ("sizes_thumb_filename");
  CREATE INDEX "entryKind_entryId_idx" ON "media" USING btree ("entry_kind","entry_id");
  CREATE INDEX "cases_authors_order_idx" ON "cases_authors" USING btree ("_order");
  CREATE INDEX "cases_authors_parent_id_idx" ON "cases_authors" USING btree ("_parent_id");
  CREATE INDEX "cases_cover_idx" ON "cases" USING btree ("cover_id");
  CREATE INDEX "cases_track_idx" ON "cases" USING btree ("track_id");
  CREATE INDEX "cases_unit_idx" ON "cases" USING btree ("unit_id");
  CREATE INDEX "cases_status_idx" ON "cases" USING btree ("status");
  CREATE UNIQUE INDEX "cases_public_id_idx" ON "cases" USING btree ("public_id");
  CREATE INDEX "cases_campaign_idx" ON "cases" USING btree ("campaign_id");
  CREATE INDEX "cases_unit_path_idx" ON "cases" USING btree ("unit_path");
  CREATE INDEX "cases_created_by_idx" ON "cases" USING btree ("created_by_id");
  CREATE INDEX "cases_submitted_at_idx" ON "cases" USING btree ("submitted_at");
  CREATE INDEX "cases_published_at_idx" ON "cases" USING btree ("published_at");
  CREATE INDEX "cases_updated_at_idx" ON "cases" USING btree ("updated_at");
  CREATE INDEX "cases_created_at_idx" ON "cases" USING btree ("created_at");
  CREATE INDEX "status_updatedAt_idx" ON "cases" USING btree ("status","updated_at");
  CREATE INDEX "track_status_updatedAt_idx" ON "cases" USING btree ("track_id","status","updated_at");
  CREATE INDEX "unitPath_status_updatedAt_idx" ON "cases" USING btree ("unit_path","status","updated_at");
  CREATE INDEX "track_unitPath_status_idx" ON "cases" USING btree ("track_id","unit_path","status");
  CREATE INDEX "cases_rels_order_idx" ON "cases_rels" USING btree ("order");
  CREATE INDEX "cases_rels_parent_idx" ON "cases_rels" USING btree ("parent_id");
  CREATE INDEX "cases_rels_path_idx" ON "cases_rels" USING btree ("path");
  CREATE INDEX "cases_rels_media_id_idx" ON "cases_rels" USING btree ("media_id");
  CREATE INDEX "videos_authors_order_idx" ON "videos_authors" USING btree ("_order");
  CREATE INDEX "videos_authors_parent_id_idx" ON "videos_authors" USING btree ("_parent_id");
  CREATE INDEX "videos_cover_idx" ON "videos" USING btree ("cover_id");
  CREATE INDEX "videos_video_idx" ON "videos" USING btree ("video_id");
  CREATE INDEX "videos_track_idx" ON "videos" USING btree ("track_id");
  CREATE INDEX "videos_unit_idx" ON "videos" USING btree ("unit_id");
  CREATE INDEX "videos_status_idx" ON "videos" USING btree ("status");
  CREATE UNIQUE INDEX "videos_public_id_idx" ON "videos" USING btree ("public_id");
  CREATE INDEX "videos_campaign_idx" ON "videos" USING btree ("campaign_id");
  CREATE INDEX "videos_unit_path_idx" ON "videos" USING btree ("unit_path");
  CREATE INDEX "videos_created_by_idx" ON "videos" USING btree ("created_by_id");
  CREATE INDEX "videos_submitted_at_idx" ON "videos" USING btree ("submitted_at");
  CREATE INDEX "videos_published_at_idx" ON "videos" USING btree ("published_at");
  CREATE INDEX "videos_updated_at_idx" ON "videos" USING btree ("updated_at");
  CREATE INDEX "videos_created_at_idx" ON "videos" USING btree ("created_at");
  CREATE INDEX "status_updatedAt_1_idx" ON "videos" USING btree ("status","updated_at");
  CREATE INDEX "track_status_updatedAt_1_idx" ON "videos" USING btree ("track_id","status","updated_at");
  CREATE INDEX "unitPath_status_updatedAt_1_idx" ON "videos" USING btree ("unit_path","status","updated_at");
  CREATE INDEX "track_unitPath_status_1_idx" ON "videos" USING btree ("track_id","unit_path","status");
  CREATE INDEX "photos_authors_order_idx" ON "photos_authors" USING btree ("_order");
  CREATE INDEX "photos_authors_parent_id_idx" ON "photos_authors" USING btree ("_parent_id");
  CREATE INDEX "photos_cover_idx" ON "photos" USING btree ("cover_id");
  CREATE INDEX "photos_track_idx" ON "photos" USING btree ("track_id");
  CREATE INDEX "photos_unit_idx" ON "photos" USING btree ("unit_id");
  CREATE INDEX "photos_status_idx" ON "photos" USING btree ("status");
  CREATE UNIQUE INDEX "photos_public_id_idx" ON "photos" USING btree ("public_id");
  CREATE INDEX "photos_campaign_idx" ON "photos" USING btree ("campaign_id");
  CREATE INDEX "photos_unit_path_idx" ON "photos" USING btree ("unit_path");
  CREATE INDEX "photos_created_by_idx" ON "photos" USING btree ("created_by_id");
  CREATE INDEX "photos_submitted_at_idx" ON "photos" USING btree ("submitted_at");
  CREATE INDEX "photos_published_at_idx" ON "photos" USING btree ("published_at");
  CREATE INDEX "photos_updated_at_idx" ON "photos" USING btree ("updated_at");
  CREATE INDEX "photos_created_at_idx" ON "photos" USING btree ("created_at");
  CREATE INDEX "status_updatedAt_2_idx" ON "photos" USING btree ("status","updated_at");
  CREATE INDEX "track_status_updatedAt_2_idx" ON "photos" USING btree ("track_id","status","updated_at");
  CREATE INDEX "unitPath_status_updatedAt_2_idx" ON "photos" USING btree ("unit_path","status","updated_at");
  CREATE INDEX "track_unitPath_status_2_idx" ON "photos" USING btree ("track_id","unit_path","status");
  CREATE INDEX "photos_rels_order_idx" ON "photos_rels" USING btree ("order");
  CREATE INDEX "photos_rels_parent_idx" ON "photos_rels" USING btree ("parent_id");
  CREATE INDEX "photos_rels_path_idx" ON "photos_rels" USING btree ("path");
  CREATE INDEX "photos_rels_media_id_idx" ON "photos_rels" USING btree ("media_id");
  CREATE INDEX "recitations_authors_order_idx" ON "recitations_authors" USING btree ("_order");
  CREATE INDEX "recitations_authors_parent_id_idx" ON "recitations_authors" USING btree ("_parent_id");
  CREATE INDEX "recitations_cover_idx" ON "recitations" USING btree ("cover_id");
  CREATE INDEX "recitations_video_idx" ON "recitations" USING btree ("video_id");
  CREATE INDEX "recitations_track_idx" ON "recitations" USING btree ("track_id");
  CREATE INDEX "recitations_unit_idx" ON "recitations" USING btree ("unit_id");
  CREATE INDEX "recitations_status_idx" ON "recitations" USING btree ("status");
  CREATE UNIQUE INDEX "recitations_public_id_idx" ON "recitations" USING btree ("public_id");
  CREATE INDEX "recitations_campaign_idx" ON "recitations" USING btree ("campaign_id");
  CREATE INDEX "recitations_unit_path_idx" ON "recitations" USING btree ("unit_path");
  CREATE INDEX "recitations_created_by_idx" ON "recitations" USING btree ("created_by_id");
  CREATE INDEX "recitations_submitted_at_idx" ON "recitations" USING btree ("submitted_at");
  CREATE INDEX "recitations_published_at_idx" ON "recitations" USING btree ("published_at");
  CREATE INDEX "recitations_updated_at_idx" ON "recitations" USING btree ("updated_at");
  CREATE INDEX "recitations_created_at_idx" ON "recitations" USING btree ("created_at");
  CREATE INDEX "status_updatedAt_3_idx" ON "recitations" USING btree ("status","updated_at");
  CREATE INDEX "track_status_updatedAt_3_idx" ON "recitations" USING btree ("track_id","status","updated_at");
  CREATE INDEX "unitPath_status_updatedAt_3_idx" ON "recitations" USING btree ("unit_path","status","updated_at");
  CREATE INDEX "track_unitPath_status_3_idx" ON "recitations" USING btree ("track_id","unit_path","status");
  CREATE INDEX "commentaries_authors_order_idx" ON "commentaries_authors" USING btree ("_order");
  CREATE INDEX "commentaries_authors_parent_id_idx" ON "commentaries_authors" USING btree ("_parent_id");
  CREATE INDEX "commentaries_cover_idx" ON "commentaries" USING btree ("cover_id");
  CREATE INDEX "commentaries_audio_idx" ON "commentaries" USING btree ("audio_id");
  CREATE INDEX "commentaries_video_idx" ON "commentaries" USING btree ("video_id");
  CREATE INDEX "commentaries_screenshot_idx" ON "commentaries" USING btree ("screenshot_id");
  CREATE INDEX "commentaries_track_idx" ON "commentaries" USING btree ("track_id");
  CREATE INDEX "commentaries_unit_idx" ON "commentaries" USING btree ("unit_id");
  CREATE INDEX "commentaries_status_idx" ON "commentaries" USING btree ("status");
  CREATE UNIQUE INDEX "commentaries_public_id_idx" ON "commentaries" USING btree ("public_id");
  CREATE INDEX "commentaries_campaign_idx" ON "commentaries" USING btree ("campaign_id");
  CREATE INDEX "commentaries_unit_path_idx" ON "commentaries" USING btree ("unit_path");
  CREATE INDEX "commentaries_created_by_idx" ON "commentaries" USING btree ("created_by_id");
  CREATE INDEX "commentaries_submitted_at_idx" ON "commentaries" USING btree ("submitted_at");
  CREATE INDEX "commentaries_published_at_idx" ON "commentaries" USING btree ("published_at");
  CREATE INDEX "commentaries_updated_at_idx" ON "commentaries" USING btree ("updated_at");
  CREATE INDEX "commentaries_created_at_idx" ON "commentaries" USING btree ("created_at");
  CREATE INDEX "status_updatedAt_4_idx" ON "commentaries" USING btree ("status","updated_at");
  CREATE INDEX "track_status_updatedAt_4_idx" ON "commentaries" USING btree ("track_id","status","updated_at");
  CREATE INDEX "unitPath_status_updatedAt_4_idx" ON "commentaries" USING btree ("unit_path","status","updated_at");
  CREATE INDEX "track_unitPath_status_4_idx" ON "commentaries" USING btree ("track_id","unit_path","status");
  CREATE INDEX "commentaries_rels_order_idx" ON "commentaries_rels" USING btree ("order");
  CREATE INDEX "commentaries_rels_parent_idx" ON "commentaries_rels" USING btree ("parent_id");
  CREATE INDEX "commentaries_rels_path_idx" ON "commentaries_rels" USING btree ("path");
  CREATE INDEX "commentaries_rels_media_id_idx" ON "commentaries_rels" USING btree ("media_id");
  CREATE INDEX "platforms_authors_order_idx" ON "platforms_authors" USING btree ("_order");
  CREATE INDEX "platforms_authors_parent_id_idx" ON "platforms_authors" USING btree ("_parent_id");
  CREATE INDEX "platforms_services_order_idx" ON "platforms_services" USING btree ("order");
  CREATE INDEX "platforms_services_parent_idx" ON "platforms_services" USING btree ("parent_id");
  CREATE INDEX "platforms_self_assessment_order_idx" ON "platforms_self_assessment" USING btree ("_order");
  CREATE INDEX "platforms_self_assessment_parent_id_idx" ON "platforms_self_assessment" USING btree ("_parent_id");
  CREATE INDEX "platforms_cover_idx" ON "platforms" USING btree ("cover_id");
  CREATE INDEX "platforms_qr_code_idx" ON "platforms" USING btree ("qr_code_id");
  CREATE INDEX "platforms_showcase_video_idx" ON "platforms" USING btree ("showcase_video_id");
  CREATE INDEX "platforms_track_idx" ON "platforms" USING btree ("track_id");
  CREATE INDEX "platforms_unit_idx" ON "platforms" USING btree ("unit_id");
  CREATE INDEX "platforms_status_idx" ON "platforms" USING btree ("status");
  CREATE UNIQUE INDEX "platforms_public_id_idx" ON "platforms" USING btree ("public_id");
  CREATE INDEX "platforms_campaign_idx" ON "platforms" USING btree ("campaign_id");
  CREATE INDEX "platforms_unit_path_idx" ON "platforms" USING btree ("unit_path");
  CREATE INDEX "platforms_created_by_idx" ON "platforms" USING btree ("created_by_id");
  CREATE INDEX "platforms_submitted_at_idx" ON "platforms" USING btree ("submitted_at");
  CREATE INDEX "platforms_published_at_idx" ON "platforms" USING btree ("published_at");
  CREATE INDEX "platforms_updated_at_idx" ON "platforms" USING btree ("updated_at");
  CREATE INDEX "platforms_created_at_idx" ON "platforms" USING btree ("created_at");
  CREATE INDEX "status_updatedAt_5_idx" ON "platforms" USING btree ("status","updated_at");
  CREATE INDEX "track_status_updatedAt_5_idx" ON "platforms" USING btree ("track_id","status","updated_at");
  CREATE INDEX "unitPath_status_updatedAt_5_idx" ON "platforms" USING btree ("unit_path","status","updated_at");
  CREATE INDEX "track_unitPath_status_5_idx" ON "platforms" USING btree ("track_id","unit_path","status");
  CREATE INDEX "review_logs_public_id_idx" ON "review_logs" USING btree ("public_id");
  CREATE INDEX "review_logs_action_idx" ON "review_logs" USING btree ("action");
  CREATE INDEX "review_logs_track_idx" ON "review_logs" USING btree ("track_id");
  CREATE INDEX "review_logs_unit_idx" ON "review_logs" USING btree ("unit_id");
  CREATE INDEX "review_logs_actor_idx" ON "review_logs" USING btree ("actor_id");
  CREATE INDEX "review_logs_actor_unit_idx" ON "review_logs" USING btree ("actor_unit_id");
  CREATE INDEX "review_logs_updated_at_idx" ON "review_logs" USING btree ("updated_at");
  CREATE INDEX "review_logs_created_at_idx" ON "review_logs" USING btree ("created_at");
  CREATE INDEX "kind_entryId_createdAt_idx" ON "review_logs" USING btree ("kind","entry_id","created_at");
  CREATE INDEX "quotas_track_idx" ON "quotas" USING btree ("track_id");
  CREATE INDEX "quotas_unit_idx" ON "quotas" USING btree ("unit_id");
  CREATE INDEX "quotas_unit_path_idx" ON "quotas" USING btree ("unit_path");
  CREATE INDEX "quotas_updated_at_idx" ON "quotas" USING btree ("updated_at");
  CREATE INDEX "quotas_created_at_idx" ON "quotas" USING btree ("created_at");
  CREATE UNIQUE INDEX "track_unit_idx" ON "quotas" USING btree ("track_id","unit_id");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_campaigns_id_idx" ON "payload_locked_documents_rels" USING btree ("campaigns_id");
  CREATE INDEX "payload_locked_documents_rels_tracks_id_idx" ON "payload_locked_documents_rels" USING btree ("tracks_id");
  CREATE INDEX "payload_locked_documents_rels_units_id_idx" ON "payload_locked_documents_rels" USING btree ("units_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_articles_id_idx" ON "payload_locked_documents_rels" USING btree ("articles_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_cases_id_idx" ON "payload_locked_documents_rels" USING btree ("cases_id");
  CREATE INDEX "payload_locked_documents_rels_videos_id_idx" ON "payload_locked_documents_rels" USING btree ("videos_id");
  CREATE INDEX "payload_locked_documents_rels_photos_id_idx" ON "payload_locked_documents_rels" USING btree ("photos_id");
  CREATE INDEX "payload_locked_documents_rels_recitations_id_idx" ON "payload_locked_documents_rels" USING btree ("recitations_id");
  CREATE INDEX "payload_locked_documents_rels_commentaries_id_idx" ON "payload_locked_documents_rels" USING btree ("commentaries_id");
  CREATE INDEX "payload_locked_documents_rels_platforms_id_idx" ON "payload_locked_documents_rels" USING btree ("platforms_id");
  CREATE INDEX "payload_locked_documents_rels_review_logs_id_idx" ON "payload_locked_documents_rels" USING btree ("review_logs_id");
  CREATE INDEX "payload_locked_documents_rels_quotas_id_idx" ON "payload_locked_documents_rels" USING btree ("quotas_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "campaigns_phases" CASCADE;
  DROP TABLE "campaigns" CASCADE;
  DROP TABLE "campaigns_texts" CASCADE;
  DROP TABLE "tracks_rules" CASCADE;
  DROP TABLE "tracks" CASCADE;
  DROP TABLE "tracks_texts" CASCADE;
  DROP TABLE "tracks_rels" CASCADE;
  DROP TABLE "units" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "articles" CASCADE;
  DROP TABLE "_articles_v" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "cases_authors" CASCADE;
  DROP TABLE "cases" CASCADE;
  DROP TABLE "cases_rels" CASCADE;
  DROP TABLE "videos_authors" CASCADE;
  DROP TABLE "videos" CASCADE;
  DROP TABLE "photos_authors" CASCADE;
  DROP TABLE "photos" CASCADE;
  DROP TABLE "photos_rels" CASCADE;
  DROP TABLE "recitations_authors" CASCADE;
  DROP TABLE "recitations" CASCADE;
  DROP TABLE "commentaries_authors" CASCADE;
  DROP TABLE "commentaries" CASCADE;
  DROP TABLE "commentaries_rels" CASCADE;
  DROP TABLE "platforms_authors" CASCADE;
  DROP TABLE "platforms_services" CASCADE;
  DROP TABLE "platforms_self_assessment" CASCADE;
  DROP TABLE "platforms" CASCADE;
  DROP TABLE "review_logs" CASCADE;
  DROP TABLE "quotas" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "public_id_counters" CASCADE;
  DROP TYPE "public"."enum_campaigns_phases_key";
  DROP TYPE "public"."enum_tracks_rules_severity";
  DROP TYPE "public"."enum_tracks_kind";
  DROP TYPE "public"."enum_tracks_scope";
  DROP TYPE "public"."enum_units_kind";
  DROP TYPE "public"."enum_users_role";
  DROP TYPE "public"."enum_articles_status";
  DROP TYPE "public"."enum__articles_v_version_status";
  DROP TYPE "public"."enum_cases_status";
  DROP TYPE "public"."enum_videos_subtype";
  DROP TYPE "public"."enum_videos_status";
  DROP TYPE "public"."enum_photos_subtype";
  DROP TYPE "public"."enum_photos_status";
  DROP TYPE "public"."enum_recitations_subtype";
  DROP TYPE "public"."enum_recitations_status";
  DROP TYPE "public"."enum_commentaries_subtype";
  DROP TYPE "public"."enum_commentaries_status";
  DROP TYPE "public"."enum_platforms_services";
  DROP TYPE "public"."enum_platforms_subtype";
  DROP TYPE "public"."enum_platforms_status";
  DROP TYPE "public"."enum_quotas_counts_from";`)
}
