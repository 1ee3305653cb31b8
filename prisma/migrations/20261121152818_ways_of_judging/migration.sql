-- CreateEnum
CREATE TYPE "ItemPurpose" AS ENUM ('STUDY', 'GOLD', 'ATTENTION', 'CALIBRATION', 'QUALIFICATION');

-- CreateEnum
CREATE TYPE "ReturnKind" AS ENUM ('REVIEW', 'RUBRIC');

-- CreateEnum
CREATE TYPE "BatchState" AS ENUM ('OPEN', 'ACCEPTED', 'REJECTED');

-- CreateEnum
CREATE TYPE "Qualification" AS ENUM ('NOT_NEEDED', 'PENDING', 'PASSED', 'FAILED');

-- DropIndex
DROP INDEX "assignments_once";

-- DropIndex
DROP INDEX "places_free";

-- DropIndex
DROP INDEX "places_free_by_category";

-- DropIndex
DROP INDEX "places_item_id_occasion_round_key";

-- AlterTable
ALTER TABLE "assignments" ADD COLUMN     "revealed_at" TIMESTAMPTZ(3),
ADD COLUMN     "variant" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "items" ADD COLUMN     "context" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "expected" JSONB,
ADD COLUMN     "explanation" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pairs" JSONB,
ADD COLUMN     "purpose" "ItemPurpose" NOT NULL DEFAULT 'STUDY',
ADD COLUMN     "source_language" TEXT;

-- AlterTable
ALTER TABLE "judgments" ADD COLUMN     "excluded_at" TIMESTAMPTZ(3),
ADD COLUMN     "excluded_by_id" UUID,
ADD COLUMN     "excluded_reason" TEXT,
ADD COLUMN     "occasion" "Occasion" NOT NULL DEFAULT 'FIRST';

-- AlterTable
ALTER TABLE "places" ADD COLUMN     "due_after" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "for_user_id" UUID,
ADD COLUMN     "omitted" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "repeat_after" SMALLINT,
ADD COLUMN     "variant" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ratings" ADD COLUMN     "first_value" INTEGER;

-- AlterTable
ALTER TABLE "study_annotators" ADD COLUMN     "halted_at" TIMESTAMPTZ(3),
ADD COLUMN     "halted_reason" TEXT,
ADD COLUMN     "is_adjudicator" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "qualification" "Qualification" NOT NULL DEFAULT 'NOT_NEEDED',
ADD COLUMN     "qualification_attempts" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "submitted" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "locale" TEXT,
ADD COLUMN     "toured_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rubrics" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "points" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rubrics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "first_ratings" (
    "assignment_id" UUID NOT NULL,
    "ratings" JSONB NOT NULL,
    "active_ms" INTEGER NOT NULL,
    "locked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "first_ratings_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "judgment_checks" (
    "judgment_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "expected_ms" INTEGER NOT NULL,
    "too_fast" BOOLEAN NOT NULL,
    "straight_lined" BOOLEAN NOT NULL,
    "passed" BOOLEAN,
    "missed" INTEGER[],
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgment_checks_pkey" PRIMARY KEY ("judgment_id")
);

-- CreateTable
CREATE TABLE "judgment_returns" (
    "id" UUID NOT NULL,
    "judgment_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "ReturnKind" NOT NULL,
    "message" TEXT NOT NULL,
    "points" TEXT[],
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "judgment_returns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_messages" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "author_id" UUID,
    "from_admin" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "item_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batches" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "state" "BatchState" NOT NULL DEFAULT 'OPEN',
    "sample_ids" UUID[],
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rubrics_item_id_version_key" ON "rubrics"("item_id", "version");

-- CreateIndex
CREATE INDEX "judgment_checks_study_id_user_id_idx" ON "judgment_checks"("study_id", "user_id");

-- CreateIndex
CREATE INDEX "judgment_returns_study_id_created_at_idx" ON "judgment_returns"("study_id", "created_at");

-- CreateIndex
CREATE INDEX "judgment_returns_user_id_idx" ON "judgment_returns"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "judgment_returns_open" ON "judgment_returns"("assignment_id") WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));

-- CreateIndex
CREATE INDEX "item_messages_assignment_id_created_at_idx" ON "item_messages"("assignment_id", "created_at");

-- CreateIndex
CREATE INDEX "item_messages_study_id_created_at_idx" ON "item_messages"("study_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "batches_study_id_user_id_day_key" ON "batches"("study_id", "user_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_once" ON "assignments"("user_id", "item_id", "occasion", "variant") WHERE (state <> ALL (ARRAY['RETURNED'::"AssignmentState", 'CANCELLED'::"AssignmentState"]));

-- CreateIndex
CREATE INDEX "places_free" ON "places"("study_id", "language", "round", "pick_key") WHERE ((state = 'FREE'::"PlaceState") AND (for_user_id IS NULL));

-- CreateIndex
CREATE INDEX "places_free_by_category" ON "places"("study_id", "language", "category_id", "round", "pick_key") WHERE ((state = 'FREE'::"PlaceState") AND (for_user_id IS NULL));

-- CreateIndex
CREATE INDEX "places_due" ON "places"("for_user_id", "study_id", "due_after", "pick_key") WHERE ((state = 'FREE'::"PlaceState") AND (for_user_id IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "places_once" ON "places"("item_id", "occasion", "variant", "round") WHERE (for_user_id IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "places_reserved_once" ON "places"("item_id", "occasion", "variant", "for_user_id") WHERE (for_user_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first_ratings" ADD CONSTRAINT "first_ratings_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgment_checks" ADD CONSTRAINT "judgment_checks_judgment_id_fkey" FOREIGN KEY ("judgment_id") REFERENCES "judgments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgment_returns" ADD CONSTRAINT "judgment_returns_judgment_id_fkey" FOREIGN KEY ("judgment_id") REFERENCES "judgments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
