-- CreateEnum
CREATE TYPE "claim_kind" AS ENUM ('quantity', 'identity', 'responsibility', 'place', 'time', 'event', 'comparison', 'status', 'quote', 'cause', 'intention', 'media');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('logged', 'checking', 'in_review', 'approved', 'published', 'revising', 'retracted', 'shelved');

-- CreateEnum
CREATE TYPE "public_state" AS ENUM ('never', 'public', 'retracted');

-- CreateEnum
CREATE TYPE "shelved_reason" AS ENUM ('not_checkable', 'out_of_scope', 'duplicate');

-- CreateEnum
CREATE TYPE "position_stance" AS ENUM ('asserts', 'suggests', 'denies', 'doubts', 'no_information', 'concedes', 'withdraws', 'declines');

-- CreateEnum
CREATE TYPE "relation_kind" AS ENUM ('contradicts', 'partly_contradicts', 'narrows', 'part_of', 'same_as', 'similar', 'updates', 'depends_on');

-- CreateEnum
CREATE TYPE "edition_kind" AS ENUM ('publication', 'retraction');

-- CreateEnum
CREATE TYPE "edition_state" AS ENUM ('in_review', 'approved', 'changes_requested', 'withdrawn', 'taken_back', 'published');

-- CreateEnum
CREATE TYPE "correction_class" AS ENUM ('typo', 'clarification', 'update', 'correction', 'retraction');

-- CreateEnum
CREATE TYPE "review_decision" AS ENUM ('approved', 'changes_requested');

-- CreateEnum
CREATE TYPE "evidence_stance" AS ENUM ('supports', 'refutes', 'context');

-- CreateEnum
CREATE TYPE "evidence_shows" AS ENUM ('said', 'so');

-- CreateEnum
CREATE TYPE "party_kind" AS ENUM ('person', 'organisation', 'government', 'armed_force', 'outlet', 'unnamed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('checker', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'month', 'year');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('document', 'page', 'dataset', 'recording', 'interview');

-- CreateEnum
CREATE TYPE "evidence_grade" AS ENUM ('confirmed', 'corroborated', 'single_source', 'conflicting', 'none');

-- CreateTable
CREATE TABLE "articles" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "outlet_id" UUID,
    "author" TEXT,
    "url" TEXT,
    "published_on" DATE,
    "published_precision" "date_precision",
    "language" TEXT NOT NULL,
    "full_text_approved_by_id" UUID,
    "idempotency_key" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_versions" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passages" (
    "id" UUID NOT NULL,
    "article_version_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "seq" BIGINT NOT NULL DEFAULT 0,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "name" TEXT NOT NULL,
    "claim_id" UUID,
    "contributes" BOOLEAN NOT NULL DEFAULT false,
    "data" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "kind" "claim_kind" NOT NULL,
    "language" TEXT NOT NULL,
    "claimant_id" UUID,
    "claimant_unknown" BOOLEAN NOT NULL DEFAULT false,
    "said_on" DATE,
    "said_precision" "date_precision",
    "stage" "stage" NOT NULL DEFAULT 'logged',
    "public_state" "public_state" NOT NULL DEFAULT 'never',
    "shelved_reason" "shelved_reason",
    "shelved_note" TEXT,
    "duplicate_of_id" UUID,
    "assignee_id" UUID,
    "idempotency_key" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "positions" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "stance" "position_stance" NOT NULL,
    "hedged" BOOLEAN NOT NULL DEFAULT false,
    "quote" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "said_on" DATE,
    "said_precision" "date_precision",
    "source_id" UUID,
    "locator" TEXT,
    "idempotency_key" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "positions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relations" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "relation_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "editions" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "edition_kind" NOT NULL,
    "state" "edition_state" NOT NULL DEFAULT 'in_review',
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "contributors" UUID[],
    "correction_class" "correction_class",
    "correction_reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "audit_through" BIGINT NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "editions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "decision" "review_decision" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "stance" "evidence_stance" NOT NULL,
    "shows" "evidence_shows" NOT NULL,
    "quote" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "locator" TEXT,
    "independence_group" TEXT,
    "involved" BOOLEAN NOT NULL DEFAULT false,
    "conclusive" BOOLEAN NOT NULL DEFAULT false,
    "idempotency_key" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parties" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "party_kind" NOT NULL,
    "description" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "parties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "deactivated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT,
    "role" "role" NOT NULL,
    "invited_by_id" UUID,
    "accepted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "publications" (
    "claim_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "edition_id" UUID NOT NULL,
    "edition_number" INTEGER NOT NULL,
    "state" "public_state" NOT NULL,
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "history" JSONB NOT NULL,
    "rating_code" TEXT NOT NULL,
    "kind" "claim_kind" NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "search_text")) STORED,
    "first_published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("claim_id")
);

-- CreateTable
CREATE TABLE "published_editions" (
    "edition_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "edition_kind" NOT NULL,
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "correction_class" "correction_class",
    "correction_reason" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_editions_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "public_articles" (
    "article_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "public_articles_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "public_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "desk_name" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "scale" JSONB NOT NULL,
    "scale_version" INTEGER NOT NULL,

    CONSTRAINT "public_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_scales" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_scales_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ratings" (
    "id" UUID NOT NULL,
    "scale_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "value" INTEGER,
    "hue" TEXT NOT NULL,
    "glyph" TEXT NOT NULL,
    "unresolved" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "kind" "source_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "normalised_url" TEXT,
    "description" TEXT,
    "publisher_id" UUID,
    "published_on" DATE,
    "published_precision" "date_precision",
    "language" TEXT NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "claim_id" UUID NOT NULL,
    "rating_id" UUID,
    "grade" "evidence_grade",
    "finding" TEXT NOT NULL DEFAULT '',
    "short_wording" TEXT NOT NULL DEFAULT '',
    "reasoning" TEXT NOT NULL DEFAULT '',
    "contradiction" TEXT NOT NULL DEFAULT '',
    "search" TEXT NOT NULL DEFAULT '',
    "least_sure" TEXT NOT NULL DEFAULT '',
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("claim_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "articles_slug_key" ON "articles"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "articles_idempotency_key_key" ON "articles"("idempotency_key");

-- CreateIndex
CREATE INDEX "articles_created_at_id_idx" ON "articles"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "article_versions_article_id_number_key" ON "article_versions"("article_id", "number");

-- CreateIndex
CREATE INDEX "passages_article_version_id_start_idx" ON "passages"("article_version_id", "start");

-- CreateIndex
CREATE INDEX "passages_claim_id_idx" ON "passages"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_id_key" ON "audit_events"("id");

-- CreateIndex
CREATE INDEX "audit_events_claim_id_seq_idx" ON "audit_events"("claim_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "claims_number_key" ON "claims"("number");

-- CreateIndex
CREATE UNIQUE INDEX "claims_slug_key" ON "claims"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "claims_idempotency_key_key" ON "claims"("idempotency_key");

-- CreateIndex
CREATE INDEX "claims_stage_updated_at_id_idx" ON "claims"("stage", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_assignee_id_updated_at_id_idx" ON "claims"("assignee_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_updated_at_id_idx" ON "claims"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_claimant_id_idx" ON "claims"("claimant_id");

-- CreateIndex
CREATE UNIQUE INDEX "positions_idempotency_key_key" ON "positions"("idempotency_key");

-- CreateIndex
CREATE INDEX "positions_claim_id_created_at_idx" ON "positions"("claim_id", "created_at");

-- CreateIndex
CREATE INDEX "relations_to_id_idx" ON "relations"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "relations_from_id_to_id_kind_key" ON "relations"("from_id", "to_id", "kind");

-- CreateIndex
CREATE INDEX "editions_claim_id_submitted_at_idx" ON "editions"("claim_id", "submitted_at");

-- CreateIndex
CREATE INDEX "editions_state_submitted_at_idx" ON "editions"("state", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_edition_id_key" ON "reviews"("edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_idempotency_key_key" ON "evidence"("idempotency_key");

-- CreateIndex
CREATE INDEX "evidence_claim_id_created_at_idx" ON "evidence"("claim_id", "created_at");

-- CreateIndex
CREATE INDEX "evidence_source_id_idx" ON "evidence"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "publications_slug_key" ON "publications"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "publications_edition_id_key" ON "publications"("edition_id");

-- CreateIndex
CREATE INDEX "publications_published_at_claim_id_idx" ON "publications"("published_at" DESC, "claim_id" DESC);

-- CreateIndex
CREATE INDEX "published_editions_published_at_edition_id_idx" ON "published_editions"("published_at" DESC, "edition_id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "published_editions_claim_id_number_key" ON "published_editions"("claim_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "published_editions_slug_number_key" ON "published_editions"("slug", "number");

-- CreateIndex
CREATE UNIQUE INDEX "public_articles_slug_key" ON "public_articles"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "rating_scales_version_key" ON "rating_scales"("version");

-- CreateIndex
CREATE UNIQUE INDEX "ratings_scale_id_code_key" ON "ratings"("scale_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "sources_normalised_url_key" ON "sources"("normalised_url");

-- CreateIndex
CREATE UNIQUE INDEX "sources_idempotency_key_key" ON "sources"("idempotency_key");

-- CreateIndex
CREATE INDEX "sources_created_at_id_idx" ON "sources"("created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "parties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_article_version_id_fkey" FOREIGN KEY ("article_version_id") REFERENCES "article_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "parties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "positions" ADD CONSTRAINT "positions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "positions" ADD CONSTRAINT "positions_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "positions" ADD CONSTRAINT "positions_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relations" ADD CONSTRAINT "relations_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relations" ADD CONSTRAINT "relations_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "editions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "rating_scales"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "parties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "ratings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
