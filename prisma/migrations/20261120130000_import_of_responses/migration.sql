-- AlterTable
ALTER TABLE "response_sources" ADD COLUMN     "import_id" UUID;
