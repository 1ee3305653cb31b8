-- CreateTable
CREATE TABLE "computed_results" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "hash" BYTEA NOT NULL,
    "method_version" TEXT NOT NULL,
    "basis" JSONB,
    "payload" JSONB,
    "computed_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "computed_results_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "computed_results_study_id_hash_key" ON "computed_results"("study_id", "hash");

-- AddForeignKey
ALTER TABLE "computed_results" ADD CONSTRAINT "computed_results_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;
