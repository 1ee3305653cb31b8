-- AlterTable
ALTER TABLE "studies" ADD COLUMN     "compared_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "disagreements" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "variant" SMALLINT NOT NULL DEFAULT 0,
    "difference" DOUBLE PRECISION NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "adjudicator_id" UUID,
    "place_id" BIGINT,
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_reason" TEXT,
    "dismissed_by_id" UUID,

    CONSTRAINT "disagreements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "disagreements_place_id_key" ON "disagreements"("place_id");

-- CreateIndex
CREATE INDEX "disagreements_study_id_found_at_idx" ON "disagreements"("study_id", "found_at");

-- CreateIndex
CREATE UNIQUE INDEX "disagreements_item_id_variant_key" ON "disagreements"("item_id", "variant");

-- AddForeignKey
ALTER TABLE "disagreements" ADD CONSTRAINT "disagreements_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disagreements" ADD CONSTRAINT "disagreements_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "items"("id") ON DELETE CASCADE ON UPDATE CASCADE;
