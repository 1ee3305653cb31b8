-- AlterTable
ALTER TABLE "batches" ADD COLUMN     "excluded_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "preference_records" (
    "study_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "judgment_id" UUID NOT NULL,
    "cursor" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hash" BYTEA,
    "reason" TEXT,

    CONSTRAINT "preference_records_pkey" PRIMARY KEY ("study_id","id")
);

-- CreateIndex
CREATE INDEX "preference_records_study_id_cursor_idx" ON "preference_records"("study_id", "cursor");
