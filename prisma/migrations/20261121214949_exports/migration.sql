-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'CANCELLED', 'EXPIRED');

-- CreateTable
CREATE TABLE "exports" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "blind" BOOLEAN NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'QUEUED',
    "file_name" TEXT NOT NULL,
    "rows_done" BIGINT NOT NULL DEFAULT 0,
    "rows_total" BIGINT,
    "byte_size" BIGINT,
    "sha256" TEXT,
    "failure" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study_datasheets" (
    "study_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "study_datasheets_pkey" PRIMARY KEY ("study_id")
);

-- CreateIndex
CREATE INDEX "exports_study_id_created_at_idx" ON "exports"("study_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "exports_under_way" ON "exports"("study_id", "request_hash") WHERE (state = ANY (ARRAY['QUEUED'::"ExportState", 'RUNNING'::"ExportState"]));

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_datasheets" ADD CONSTRAINT "study_datasheets_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;
