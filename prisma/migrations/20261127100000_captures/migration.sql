-- Copies of sources, the files that hold them, and what readers may see of both.

CREATE TYPE "file_problem" AS ENUM ('missing', 'altered', 'unreadable');
CREATE TYPE "snapshot_means" AS ENUM ('capture', 'upload');
CREATE TYPE "snapshot_state" AS ENUM ('waiting', 'done');
CREATE TYPE "capture_outcome" AS ENUM ('captured', 'empty', 'blocked', 'failed', 'skipped');
CREATE TYPE "snapshot_part_kind" AS ENUM ('exchange', 'original', 'text', 'screenshot', 'pdf', 'shown');
CREATE TYPE "source_visibility" AS ENUM ('public', 'described', 'hidden');
CREATE TYPE "link_state" AS ENUM ('alive', 'gone', 'unreachable');

CREATE TABLE "kept_files" (
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kept_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "problem" "file_problem",

    CONSTRAINT "kept_files_pkey" PRIMARY KEY ("sha256")
);
CREATE INDEX "kept_files_checked_at_idx" ON "kept_files"("checked_at");

CREATE TABLE "file_timestamps" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "token" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_timestamps_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "file_timestamps_sha256_idx" ON "file_timestamps"("sha256");
ALTER TABLE "file_timestamps" ADD CONSTRAINT "file_timestamps_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "kept_files"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "snapshots" (
    "id" UUID NOT NULL,
    "source_id" UUID,
    "article_id" UUID,
    "means" "snapshot_means" NOT NULL,
    "url" TEXT,
    "file_name" TEXT,
    "state" "snapshot_state" NOT NULL DEFAULT 'waiting',
    "outcome" "capture_outcome",
    "reason" TEXT,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "final_url" TEXT,
    "http_status" INTEGER,
    "title" TEXT,
    "author" TEXT,
    "published_on" TEXT,
    "language" TEXT,
    "facts" JSONB NOT NULL DEFAULT '[]',
    "idempotency_key" UUID NOT NULL,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "snapshots_idempotency_key_key" ON "snapshots"("idempotency_key");
CREATE INDEX "snapshots_source_id_requested_at_idx" ON "snapshots"("source_id", "requested_at");
CREATE INDEX "snapshots_article_id_requested_at_idx" ON "snapshots"("article_id", "requested_at");
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "snapshot_parts" (
    "snapshot_id" UUID NOT NULL,
    "kind" "snapshot_part_kind" NOT NULL,
    "outcome" "capture_outcome" NOT NULL,
    "reason" TEXT,
    "sha256" TEXT,

    CONSTRAINT "snapshot_parts_pkey" PRIMARY KEY ("snapshot_id", "kind")
);
CREATE INDEX "snapshot_parts_sha256_idx" ON "snapshot_parts"("sha256");
ALTER TABLE "snapshot_parts" ADD CONSTRAINT "snapshot_parts_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "snapshot_parts" ADD CONSTRAINT "snapshot_parts_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "kept_files"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "capture_progress" (
    "snapshot_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "capture_progress_pkey" PRIMARY KEY ("snapshot_id")
);

CREATE TABLE "public_copies" (
    "snapshot_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "language" TEXT NOT NULL,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "sha256" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "stamped_at" TIMESTAMPTZ(3),
    "gone_since" TIMESTAMPTZ(3),

    CONSTRAINT "public_copies_pkey" PRIMARY KEY ("snapshot_id")
);
ALTER TABLE "public_copies" ADD CONSTRAINT "public_copies_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE sources
  ADD COLUMN version INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN visibility source_visibility NOT NULL DEFAULT 'public',
  ADD COLUMN attestation TEXT,
  ADD COLUMN attested_by_id UUID REFERENCES users(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN attested_at TIMESTAMPTZ(3),
  ADD COLUMN graphic BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN independence_group TEXT,
  ADD COLUMN link_state link_state,
  ADD COLUMN link_since TIMESTAMPTZ(3),
  ADD COLUMN link_reason TEXT,
  ADD COLUMN link_checked_at TIMESTAMPTZ(3);
CREATE INDEX sources_link_checked_at_idx ON sources(link_checked_at);
ALTER TABLE evidence
  ADD COLUMN snapshot_id UUID REFERENCES snapshots(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN quote_start INTEGER,
  ADD COLUMN quote_end INTEGER;
CREATE INDEX evidence_snapshot_id_idx ON evidence(snapshot_id);
ALTER TABLE article_versions
  ADD COLUMN snapshot_id UUID REFERENCES snapshots(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public_settings
  ADD COLUMN check_links BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN keep_to_robots BOOLEAN NOT NULL DEFAULT true;

-- ── Lengths, shapes ─────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE kept_files
  ADD CONSTRAINT kept_files_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT kept_files_bytes CHECK (bytes >= 0),
  ADD CONSTRAINT kept_files_media_type CHECK (char_length(media_type) BETWEEN 1 AND 200);
ALTER TABLE file_timestamps
  ADD CONSTRAINT file_timestamps_lengths CHECK (octet_length(token) BETWEEN 1 AND 100000 AND char_length(authority) BETWEEN 1 AND 2000);
ALTER TABLE snapshots
  ADD CONSTRAINT snapshots_url_http CHECK (url ~* '^https?://' AND final_url ~* '^https?://'),
  ADD CONSTRAINT snapshots_lengths CHECK (
    char_length(url) <= 2000 AND char_length(file_name) BETWEEN 1 AND 300 AND char_length(reason) <= 1000 AND char_length(final_url) <= 8000
    AND char_length(title) <= 1000 AND char_length(author) <= 500 AND char_length(published_on) <= 10 AND char_length(language) <= 35),
  ADD CONSTRAINT snapshots_asked CHECK ((means = 'capture') = (url IS NOT NULL) AND (means = 'upload') = (file_name IS NOT NULL)),
  ADD CONSTRAINT snapshots_one_owner CHECK (source_id IS NULL OR article_id IS NULL),
  ADD CONSTRAINT snapshots_facts_list CHECK (jsonb_typeof(facts) = 'array'),
  ADD CONSTRAINT snapshots_whole CHECK (CASE state
    WHEN 'waiting' THEN num_nonnulls(outcome, reason, finished_at) = 0
    ELSE num_nonnulls(outcome, finished_at) = 2 AND (outcome = 'captured') = (reason IS NULL) END);
-- A page is captured once at a time.
CREATE UNIQUE INDEX snapshots_one_waiting_of_source ON snapshots (source_id) WHERE state = 'waiting' AND means = 'capture';
CREATE UNIQUE INDEX snapshots_one_waiting_of_article ON snapshots (article_id) WHERE state = 'waiting' AND means = 'capture';
ALTER TABLE snapshot_parts
  ADD CONSTRAINT snapshot_parts_reason_length CHECK (char_length(reason) <= 1000),
  ADD CONSTRAINT snapshot_parts_whole CHECK (CASE outcome
    WHEN 'captured' THEN sha256 IS NOT NULL AND reason IS NULL
    ELSE reason IS NOT NULL END);
ALTER TABLE sources
  ADD CONSTRAINT sources_attestation CHECK (CASE visibility
    WHEN 'hidden' THEN num_nonnulls(attestation, attested_by_id, attested_at) = 3 AND char_length(btrim(attestation)) BETWEEN 1 AND 1000
    ELSE num_nonnulls(attestation, attested_by_id, attested_at) = 0 END),
  ADD CONSTRAINT sources_described CHECK (visibility <> 'described' OR char_length(btrim(description)) > 0),
  ADD CONSTRAINT sources_group_length CHECK (char_length(btrim(independence_group)) BETWEEN 1 AND 200),
  ADD CONSTRAINT sources_link CHECK (CASE
    WHEN link_state IS NULL THEN num_nonnulls(link_since, link_reason) = 0
    ELSE link_since IS NOT NULL AND link_checked_at IS NOT NULL AND (link_state = 'alive') = (link_reason IS NULL) END);
ALTER TABLE evidence
  ADD CONSTRAINT evidence_place CHECK (num_nonnulls(quote_start, quote_end) IN (0, 2)
    AND (quote_start IS NULL OR (snapshot_id IS NOT NULL AND quote IS NOT NULL AND quote_start >= 0 AND quote_end > quote_start)));
ALTER TABLE public_copies
  ADD CONSTRAINT public_copies_url_http CHECK (url ~* '^https?://'),
  ADD CONSTRAINT public_copies_text CHECK (octet_length(text) <= 2000000
    AND text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));

-- ── Nothing of a copy is ever deleted or rewritten ──────────────────────────────────────────────────────────────

CREATE FUNCTION check_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'done' AND (to_jsonb(NEW) - 'article_id') IS DISTINCT FROM (to_jsonb(OLD) - 'article_id') THEN
    RAISE EXCEPTION 'a copy never changes' USING ERRCODE = '42501';
  END IF;
  IF OLD.article_id IS DISTINCT FROM NEW.article_id AND (OLD.article_id IS NOT NULL OR OLD.source_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a copy stays with what it was taken of' USING ERRCODE = '42501';
  END IF;
  IF (NEW.id, NEW.source_id, NEW.means, NEW.url, NEW.file_name, NEW.requested_by_id, NEW.requested_at, NEW.idempotency_key)
     IS DISTINCT FROM (OLD.id, OLD.source_id, OLD.means, OLD.url, OLD.file_name, OLD.requested_by_id, OLD.requested_at, OLD.idempotency_key) THEN
    RAISE EXCEPTION 'what was asked for is never changed' USING ERRCODE = '42501';
  END IF;
  IF NEW.state = 'done' AND NEW.outcome = 'captured' AND NOT EXISTS (
    SELECT 1 FROM snapshot_parts p JOIN kept_files f USING (sha256)
    WHERE p.snapshot_id = NEW.id AND p.kind = 'original' AND p.outcome = 'captured' AND f.kept_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a copy without its original is none' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goes_forward BEFORE UPDATE ON snapshots FOR EACH ROW EXECUTE FUNCTION check_snapshot();
CREATE TRIGGER permanent BEFORE DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON snapshots EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_snapshot_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND state = 'waiting') THEN
    RAISE EXCEPTION 'a copy that is done gets no further parts' USING ERRCODE = '42501';
  END IF;
  IF NEW.sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM kept_files WHERE sha256 = NEW.sha256 AND kept_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a part of a copy is a file that is kept' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER part_is_kept BEFORE INSERT ON snapshot_parts FOR EACH ROW EXECUTE FUNCTION check_snapshot_part();
CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON snapshot_parts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON snapshot_parts EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON file_timestamps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON file_timestamps EXECUTE FUNCTION refuse_change();

-- A file that was promised stays promised; one that never arrived may be forgotten.
CREATE FUNCTION check_kept_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.kept_at IS NOT NULL THEN
      RAISE EXCEPTION 'DELETE of kept_files is refused: this record is permanent' USING ERRCODE = '42501';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.sha256, NEW.bytes, NEW.media_type, NEW.created_at) IS DISTINCT FROM (OLD.sha256, OLD.bytes, OLD.media_type, OLD.created_at)
     OR (OLD.kept_at IS NOT NULL AND NEW.kept_at IS DISTINCT FROM OLD.kept_at) THEN
    RAISE EXCEPTION 'what is kept never changes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON kept_files FOR EACH ROW EXECUTE FUNCTION check_kept_file();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON kept_files EXECUTE FUNCTION refuse_change();

-- Readers see a copy only of a source that is public, and its text never changes under them.
CREATE FUNCTION check_public_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NOT EXISTS (
    SELECT 1 FROM snapshots s JOIN sources o ON o.id = s.source_id
    WHERE s.id = NEW.snapshot_id AND s.outcome = 'captured' AND o.visibility = 'public') THEN
    RAISE EXCEPTION 'readers see copies of public sources alone' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'gone_since' - 'stamped_at') IS DISTINCT FROM (to_jsonb(OLD) - 'gone_since' - 'stamped_at') THEN
    RAISE EXCEPTION 'a copy never changes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER public_source BEFORE INSERT OR UPDATE ON public_copies FOR EACH ROW EXECUTE FUNCTION check_public_snapshot();

-- Of a source, only who may see it, what goes together, and what was found of its address ever change.
CREATE FUNCTION check_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.kind, NEW.title, NEW.url, NEW.normalised_url, NEW.publisher_id, NEW.published_on, NEW.published_precision,
      NEW.language, NEW.idempotency_key, NEW.created_by_id, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.kind, OLD.title, OLD.url, OLD.normalised_url, OLD.publisher_id, OLD.published_on,
      OLD.published_precision, OLD.language, OLD.idempotency_key, OLD.created_by_id, OLD.created_at) THEN
    RAISE EXCEPTION 'what a source is never changes' USING ERRCODE = '42501';
  END IF;
  IF NEW.visibility = 'hidden' AND (OLD.visibility <> 'hidden' OR NEW.attested_by_id <> OLD.attested_by_id) AND NOT EXISTS (
    SELECT 1 FROM users WHERE id = NEW.attested_by_id AND role IN ('editor', 'admin') AND deactivated_at IS NULL) THEN
    RAISE EXCEPTION 'only an active editor or admin vouches for a hidden source' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays_what_it_is BEFORE UPDATE ON sources FOR EACH ROW EXECUTE FUNCTION check_source();
