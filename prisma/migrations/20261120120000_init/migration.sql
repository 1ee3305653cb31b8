-- CreateEnum
CREATE TYPE "Occasion" AS ENUM ('FIRST', 'REPEAT', 'BRIDGE', 'ADJUDICATION');

-- CreateEnum
CREATE TYPE "PlaceState" AS ENUM ('FREE', 'HELD', 'JUDGED');

-- CreateEnum
CREATE TYPE "AssignmentState" AS ENUM ('AHEAD', 'SHOWN', 'SUBMITTED', 'SKIPPED', 'RETURNED', 'TAKEN', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ResponseStatus" AS ENUM ('OK', 'REFUSED', 'TRUNCATED', 'FAILED', 'NOT_COLLECTED');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('UPLOADING', 'CHECKING', 'CHECKED', 'IMPORTING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "JudgmentOrigin" AS ENUM ('LIVE', 'RECORDED');

-- CreateEnum
CREATE TYPE "FlagKind" AS ENUM ('BAD_PROMPT', 'WRONG_REFERENCE', 'UNSAFE', 'PRIVATE_DATA', 'OTHER');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMIN', 'ANNOTATOR');

-- CreateEnum
CREATE TYPE "Proficiency" AS ENUM ('BASIC', 'INTERMEDIATE', 'FLUENT', 'NATIVE');

-- CreateEnum
CREATE TYPE "StudyState" AS ENUM ('DRAFT', 'OPEN', 'PAUSED', 'CLOSED');

-- CreateTable
CREATE TABLE "places" (
    "id" BIGSERIAL NOT NULL,
    "study_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "occasion" "Occasion" NOT NULL DEFAULT 'FIRST',
    "round" SMALLINT NOT NULL,
    "pick_key" INTEGER NOT NULL,
    "slot_order" UUID[],
    "language" TEXT NOT NULL,
    "category_id" UUID,
    "state" "PlaceState" NOT NULL DEFAULT 'FREE',
    "holder_id" UUID,
    "ahead" BOOLEAN NOT NULL DEFAULT false,
    "takeover_at" TIMESTAMPTZ(3),

    CONSTRAINT "places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "place_id" BIGINT NOT NULL,
    "study_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "occasion" "Occasion" NOT NULL DEFAULT 'FIRST',
    "state" "AssignmentState" NOT NULL,
    "leased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,
    "shown_at" TIMESTAMPTZ(3),
    "draft_started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "skip_reason" TEXT,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "study_id" UUID,
    "body" TEXT NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "categories" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "aliases" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "categories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "models" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "code_name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "models_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "items" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "category_id" UUID,
    "messages" JSONB NOT NULL,
    "references" TEXT[],
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "content_hash" BYTEA NOT NULL,
    "recorded_only" BOOLEAN NOT NULL DEFAULT false,
    "position" BIGSERIAL NOT NULL,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responses" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "turns" TEXT[],
    "status" "ResponseStatus" NOT NULL DEFAULT 'OK',
    "text_hash" BYTEA NOT NULL,
    "representative_id" UUID NOT NULL,

    CONSTRAINT "responses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_sources" (
    "response_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "sample_index" INTEGER NOT NULL DEFAULT 0,
    "raw_text" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "import_id" UUID,

    CONSTRAINT "response_sources_pkey" PRIMARY KEY ("response_id")
);

-- CreateTable
CREATE TABLE "response_reasoning" (
    "response_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "response_reasoning_pkey" PRIMARY KEY ("response_id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "byte_size" BIGINT NOT NULL,
    "sha256" TEXT,
    "options" JSONB NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'UPLOADING',
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "summary" JSONB,
    "failure" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_problems" (
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "fix" TEXT NOT NULL,

    CONSTRAINT "import_problems_pkey" PRIMARY KEY ("import_id","ordinal")
);

-- CreateTable
CREATE TABLE "drafts" (
    "assignment_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "active_ms" INTEGER NOT NULL DEFAULT 0,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "judgments" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "assignment_id" UUID,
    "user_id" UUID,
    "annotator_label" TEXT,
    "origin" "JudgmentOrigin" NOT NULL DEFAULT 'LIVE',
    "protocol_version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "active_ms" INTEGER NOT NULL DEFAULT 0,
    "idempotency_key" UUID NOT NULL,
    "payload_hash" BYTEA NOT NULL,

    CONSTRAINT "judgments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ratings" (
    "judgment_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "slot" SMALLINT NOT NULL,
    "response_id" UUID,
    "value" INTEGER,
    "text" TEXT,
    "choice" JSONB,
    "cannot_judge" TEXT,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("judgment_id","criterion","slot")
);

-- CreateTable
CREATE TABLE "item_flags" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "FlagKind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "resolution" TEXT,

    CONSTRAINT "item_flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "password_hash" TEXT,
    "role" "Role" NOT NULL DEFAULT 'ANNOTATOR',
    "disabled_at" TIMESTAMPTZ(3),
    "welcomed_at" TIMESTAMPTZ(3),
    "expertise" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_languages" (
    "user_id" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "proficiency" "Proficiency" NOT NULL,

    CONSTRAINT "user_languages_pkey" PRIMARY KEY ("user_id","tag")
);

-- CreateTable
CREATE TABLE "accounts" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "sign_ins" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "sign_ins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "role" "Role" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "max_uses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "study_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_end_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "studies" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" "StudyState" NOT NULL DEFAULT 'DRAFT',
    "preset" TEXT NOT NULL,
    "protocol_version" INTEGER NOT NULL DEFAULT 1,
    "seed" BYTEA NOT NULL,
    "disclosure" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "unblinded_at" TIMESTAMPTZ(3),

    CONSTRAINT "studies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protocols" (
    "study_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "frozen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "protocols_pkey" PRIMARY KEY ("study_id","version")
);

-- CreateTable
CREATE TABLE "study_annotators" (
    "study_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "quota" INTEGER,
    "languages" TEXT[],
    "expertise_ids" UUID[],

    CONSTRAINT "study_annotators_pkey" PRIMARY KEY ("study_id","user_id")
);

-- CreateIndex
CREATE INDEX "places_free" ON "places"("study_id", "language", "round", "pick_key") WHERE (state = 'FREE');

-- CreateIndex
CREATE INDEX "places_free_by_category" ON "places"("study_id", "language", "category_id", "round", "pick_key") WHERE (state = 'FREE');

-- CreateIndex
CREATE INDEX "places_held" ON "places"("study_id", "language", "takeover_at") WHERE (state = 'HELD');

-- CreateIndex
CREATE INDEX "places_study_id_state_idx" ON "places"("study_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "places_item_id_occasion_round_key" ON "places"("item_id", "occasion", "round");

-- CreateIndex
CREATE INDEX "assignments_user_id_study_id_state_idx" ON "assignments"("user_id", "study_id", "state");

-- CreateIndex
CREATE INDEX "assignments_place_id_idx" ON "assignments"("place_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_once" ON "assignments"("user_id", "item_id", "occasion") WHERE (state <> ALL (ARRAY['RETURNED'::"AssignmentState", 'CANCELLED'::"AssignmentState"]));

-- CreateIndex
CREATE INDEX "audit_entries_study_id_seq_idx" ON "audit_entries"("study_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "categories_code_key" ON "categories"("code");

-- CreateIndex
CREATE UNIQUE INDEX "categories_name_key" ON "categories"("name");

-- CreateIndex
CREATE UNIQUE INDEX "models_study_id_name_key" ON "models"("study_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "models_study_id_code_name_key" ON "models"("study_id", "code_name");

-- CreateIndex
CREATE INDEX "items_study_id_position_idx" ON "items"("study_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "items_study_id_external_id_key" ON "items"("study_id", "external_id");

-- CreateIndex
CREATE INDEX "responses_item_id_idx" ON "responses"("item_id");

-- CreateIndex
CREATE INDEX "response_sources_model_id_idx" ON "response_sources"("model_id");

-- CreateIndex
CREATE UNIQUE INDEX "response_sources_item_id_model_id_sample_index_key" ON "response_sources"("item_id", "model_id", "sample_index");

-- CreateIndex
CREATE INDEX "imports_study_id_created_at_idx" ON "imports"("study_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "judgments_idempotency_key_key" ON "judgments"("idempotency_key");

-- CreateIndex
CREATE INDEX "judgments_study_id_submitted_at_idx" ON "judgments"("study_id", "submitted_at");

-- CreateIndex
CREATE INDEX "judgments_item_id_idx" ON "judgments"("item_id");

-- CreateIndex
CREATE INDEX "judgments_user_id_submitted_at_idx" ON "judgments"("user_id", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "judgments_current" ON "judgments"("assignment_id") WHERE (is_current);

-- CreateIndex
CREATE INDEX "ratings_response_id_idx" ON "ratings"("response_id");

-- CreateIndex
CREATE INDEX "item_flags_study_id_resolved_at_idx" ON "item_flags"("study_id", "resolved_at");

-- CreateIndex
CREATE UNIQUE INDEX "item_flags_assignment_id_kind_key" ON "item_flags"("assignment_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_pseudonym_key" ON "users"("pseudonym");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "sign_ins_user_id_idx" ON "sign_ins"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "password_resets_token_hash_key" ON "password_resets"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "studies_slug_key" ON "studies"("slug");

-- CreateIndex
CREATE INDEX "study_annotators_user_id_idx" ON "study_annotators"("user_id");

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "models" ADD CONSTRAINT "models_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_sources" ADD CONSTRAINT "response_sources_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "responses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_sources" ADD CONSTRAINT "response_sources_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_reasoning" ADD CONSTRAINT "response_reasoning_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "responses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_problems" ADD CONSTRAINT "import_problems_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgments" ADD CONSTRAINT "judgments_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_judgment_id_fkey" FOREIGN KEY ("judgment_id") REFERENCES "judgments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_flags" ADD CONSTRAINT "item_flags_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_languages" ADD CONSTRAINT "user_languages_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocols" ADD CONSTRAINT "protocols_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_annotators" ADD CONSTRAINT "study_annotators_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_annotators" ADD CONSTRAINT "study_annotators_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
