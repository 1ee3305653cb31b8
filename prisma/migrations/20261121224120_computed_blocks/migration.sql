-- CreateTable
CREATE TABLE "computed_blocks" (
    "result_id" UUID NOT NULL,
    "block" SMALLINT NOT NULL,
    "sums" JSONB NOT NULL,

    CONSTRAINT "computed_blocks_pkey" PRIMARY KEY ("result_id","block")
);

-- AddForeignKey
ALTER TABLE "computed_blocks" ADD CONSTRAINT "computed_blocks_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "computed_results"("id") ON DELETE CASCADE ON UPDATE CASCADE;
