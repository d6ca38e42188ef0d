-- CreateEnum
CREATE TYPE "refound_outcome" AS ENUM ('exact', 'moved', 'altered', 'lost');

-- CreateEnum
CREATE TYPE "coverage_kind" AS ENUM ('opinion', 'not_checkable');

-- CreateEnum
CREATE TYPE "place_precision" AS ENUM ('spot', 'town', 'area', 'country');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('quote', 'observation', 'search');

-- CreateEnum
CREATE TYPE "figure_qualifier" AS ENUM ('exactly', 'about', 'at_least', 'more_than', 'at_most', 'less_than', 'between');

-- CreateEnum
CREATE TYPE "comment_outcome" AS ENUM ('waiting', 'answered', 'silence', 'not_asked');

-- AlterEnum


ALTER TYPE "date_precision" ADD VALUE 'about_day';
ALTER TYPE "date_precision" ADD VALUE 'about_month';
ALTER TYPE "date_precision" ADD VALUE 'about_year';

-- DropIndex
DROP INDEX "claims_claimant_id_idx";

-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "full_text_version" INTEGER;

-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "event_id" UUID,
ADD COLUMN     "said_words" TEXT;

-- AlterTable
ALTER TABLE "positions" ADD COLUMN     "primary" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "said_words" TEXT,
ADD COLUMN     "translation" TEXT,
ADD COLUMN     "translator" TEXT;

-- AlterTable
ALTER TABLE "editions" ADD COLUMN     "waivers" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "kind" "evidence_kind" NOT NULL DEFAULT 'quote',
ADD COLUMN     "observation" TEXT,
ADD COLUMN     "translation" TEXT,
ADD COLUMN     "translator" TEXT,
ALTER COLUMN "quote" DROP NOT NULL;

-- AlterTable
ALTER TABLE "parties" ADD COLUMN     "speaks_for_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "verdicts" ADD COLUMN     "as_of" DATE,
ADD COLUMN     "as_of_precision" "date_precision",
ADD COLUMN     "how_checked" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "known" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "look_again_on" DATE,
ADD COLUMN     "not_known" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "passage_refound" (
    "id" UUID NOT NULL,
    "passage_id" UUID NOT NULL,
    "article_version_id" UUID NOT NULL,
    "outcome" "refound_outcome" NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT,
    "alarming" BOOLEAN NOT NULL DEFAULT false,
    "seen_by_id" UUID,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "passage_refound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_marks" (
    "id" UUID NOT NULL,
    "article_version_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "kind" "coverage_kind" NOT NULL,
    "reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coverage_marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_relays" (
    "position_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "party_id" UUID NOT NULL,

    CONSTRAINT "position_relays_pkey" PRIMARY KEY ("position_id","place")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "happened_on" DATE,
    "happened_precision" "date_precision",
    "happened_words" TEXT,
    "place" TEXT,
    "place_precision" "place_precision",
    "description" TEXT NOT NULL DEFAULT '',
    "idempotency_key" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_parties" (
    "event_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "involved" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_parties_pkey" PRIMARY KEY ("event_id","party_id")
);

-- CreateTable
CREATE TABLE "measures" (
    "id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "period" TEXT NOT NULL DEFAULT '',
    "base" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figures" (
    "id" UUID NOT NULL,
    "position_id" UUID,
    "evidence_id" UUID,
    "measure_id" UUID,
    "words" TEXT NOT NULL,
    "qualifier" "figure_qualifier",
    "minimum" DOUBLE PRECISION,
    "maximum" DOUBLE PRECISION,
    "as_of" DATE,
    "as_of_precision" "date_precision",
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waivers" (
    "claim_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waivers_pkey" PRIMARY KEY ("claim_id","item")
);

-- CreateTable
CREATE TABLE "requests_for_comment" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "channel" TEXT NOT NULL DEFAULT '',
    "asked_on" DATE,
    "due_on" DATE,
    "outcome" "comment_outcome" NOT NULL DEFAULT 'waiting',
    "answered_on" DATE,
    "answer" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "idempotency_key" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "requests_for_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "passage_refound_article_version_id_start_idx" ON "passage_refound"("article_version_id", "start");

-- CreateIndex
CREATE UNIQUE INDEX "passage_refound_passage_id_article_version_id_key" ON "passage_refound"("passage_id", "article_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "coverage_marks_article_version_id_start_end_key" ON "coverage_marks"("article_version_id", "start", "end");

-- CreateIndex
CREATE INDEX "position_relays_party_id_idx" ON "position_relays"("party_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_idempotency_key_key" ON "events"("idempotency_key");

-- CreateIndex
CREATE INDEX "events_created_at_id_idx" ON "events"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "event_parties_party_id_idx" ON "event_parties"("party_id");

-- CreateIndex
CREATE INDEX "measures_created_at_id_idx" ON "measures"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "figures_position_id_idx" ON "figures"("position_id");

-- CreateIndex
CREATE INDEX "figures_evidence_id_idx" ON "figures"("evidence_id");

-- CreateIndex
CREATE INDEX "figures_measure_id_created_at_idx" ON "figures"("measure_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "requests_for_comment_idempotency_key_key" ON "requests_for_comment"("idempotency_key");

-- CreateIndex
CREATE INDEX "requests_for_comment_claim_id_created_at_idx" ON "requests_for_comment"("claim_id", "created_at");

-- CreateIndex
CREATE INDEX "claims_claimant_id_kind_idx" ON "claims"("claimant_id", "kind");

-- CreateIndex
CREATE INDEX "claims_event_id_idx" ON "claims"("event_id");

-- CreateIndex
CREATE INDEX "parties_speaks_for_id_idx" ON "parties"("speaks_for_id");

-- AddForeignKey
ALTER TABLE "passage_refound" ADD CONSTRAINT "passage_refound_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_refound" ADD CONSTRAINT "passage_refound_article_version_id_fkey" FOREIGN KEY ("article_version_id") REFERENCES "article_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_marks" ADD CONSTRAINT "coverage_marks_article_version_id_fkey" FOREIGN KEY ("article_version_id") REFERENCES "article_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_relays" ADD CONSTRAINT "position_relays_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "positions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_relays" ADD CONSTRAINT "position_relays_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_parties" ADD CONSTRAINT "event_parties_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_parties" ADD CONSTRAINT "event_parties_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "positions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parties" ADD CONSTRAINT "parties_speaks_for_id_fkey" FOREIGN KEY ("speaks_for_id") REFERENCES "parties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requests_for_comment" ADD CONSTRAINT "requests_for_comment_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requests_for_comment" ADD CONSTRAINT "requests_for_comment_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
