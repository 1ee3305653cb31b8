-- AlterTable
ALTER TABLE "judgments" ADD COLUMN     "slot_order" UUID[];
