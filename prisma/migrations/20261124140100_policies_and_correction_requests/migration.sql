-- What a desk tells readers about itself, and readers' reports of errors.

ALTER TABLE public_settings
  ADD COLUMN funding TEXT NOT NULL DEFAULT '',
  ADD COLUMN staff TEXT NOT NULL DEFAULT '',
  ADD COLUMN corrections TEXT NOT NULL DEFAULT '',
  ADD COLUMN contact TEXT NOT NULL DEFAULT '',
  ADD COLUMN version INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT public_settings_lengths CHECK (
    char_length(funding) <= 10000 AND char_length(staff) <= 10000 AND char_length(corrections) <= 10000
    AND char_length(contact) <= 10000);

CREATE TYPE "request_state" AS ENUM ('received', 'looking', 'answered');
CREATE TYPE "request_outcome" AS ENUM ('corrected', 'no_error', 'not_ours');

CREATE TABLE "correction_requests" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "claim_id" UUID NOT NULL,
    "edition_number" INTEGER NOT NULL,
    "problem" TEXT NOT NULL,
    "source_url" TEXT,
    "email" TEXT,
    "state" "request_state" NOT NULL DEFAULT 'received',
    "outcome" "request_outcome",
    "answer" TEXT,
    "handled_by_id" UUID,
    "idempotency_key" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_up_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "correction_requests_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "correction_requests_reference_key" ON "correction_requests"("reference");
CREATE UNIQUE INDEX "correction_requests_idempotency_key_key" ON "correction_requests"("idempotency_key");
CREATE INDEX "correction_requests_claim_id_idx" ON "correction_requests"("claim_id");
CREATE INDEX "correction_requests_state_created_at_id_idx" ON "correction_requests"("state", "created_at" DESC, "id" DESC);
CREATE INDEX "correction_requests_created_at_id_idx" ON "correction_requests"("created_at" DESC, "id" DESC);
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_handled_by_id_fkey" FOREIGN KEY ("handled_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE correction_requests
  ADD CONSTRAINT correction_requests_reference_shape CHECK (reference ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$'),
  ADD CONSTRAINT correction_requests_lengths CHECK (
    char_length(problem) BETWEEN 1 AND 5000 AND char_length(source_url) <= 2000 AND char_length(email) BETWEEN 3 AND 320
    AND char_length(btrim(answer)) BETWEEN 1 AND 5000),
  ADD CONSTRAINT correction_requests_url_http CHECK (source_url ~* '^https?://'),
  ADD CONSTRAINT correction_requests_whole CHECK (CASE state
    WHEN 'received' THEN num_nonnulls(outcome, answer, handled_by_id, taken_up_at, answered_at) = 0
    WHEN 'looking' THEN num_nonnulls(outcome, answer, answered_at) = 0 AND num_nonnulls(handled_by_id, taken_up_at) = 2
    ELSE num_nonnulls(outcome, answer, handled_by_id, answered_at) = 4 END);

-- A reader's words stay as they were sent, and an answer that was given stays given. Only the e-mail address may be removed.
CREATE FUNCTION check_correction_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.reference, NEW.claim_id, NEW.edition_number, NEW.problem, NEW.source_url, NEW.created_at, NEW.idempotency_key)
     IS DISTINCT FROM
     (OLD.id, OLD.reference, OLD.claim_id, OLD.edition_number, OLD.problem, OLD.source_url, OLD.created_at, OLD.idempotency_key)
     OR (NEW.email IS DISTINCT FROM OLD.email AND NEW.email IS NOT NULL) THEN
    RAISE EXCEPTION 'what a reader reported is never changed' USING ERRCODE = '42501';
  END IF;
  IF OLD.state = 'answered' AND (NEW.state, NEW.outcome, NEW.answer, NEW.handled_by_id, NEW.answered_at)
     IS DISTINCT FROM (OLD.state, OLD.outcome, OLD.answer, OLD.handled_by_id, OLD.answered_at) THEN
    RAISE EXCEPTION 'an answer to a reader is final' USING ERRCODE = '42501';
  END IF;
  IF NEW.state < OLD.state THEN
    RAISE EXCEPTION 'a correction request goes forward only' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goes_forward BEFORE UPDATE ON correction_requests FOR EACH ROW EXECUTE FUNCTION check_correction_request();
CREATE TRIGGER permanent BEFORE DELETE ON correction_requests FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON correction_requests EXECUTE FUNCTION refuse_change();

-- The readers' role cannot read the table. Whoever knows a reference (80 random bits) sees that one request, without the
-- e-mail address and without who works on it.
CREATE FUNCTION followed_request(wanted text)
RETURNS TABLE (reference text, claim_id uuid, edition_number int, problem text, source_url text, state request_state,
  outcome request_outcome, answer text, created_at timestamptz, taken_up_at timestamptz, answered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.reference, r.claim_id, r.edition_number, r.problem, r.source_url, r.state, r.outcome, r.answer, r.created_at,
    r.taken_up_at, r.answered_at
  FROM correction_requests r WHERE r.reference = wanted
$$;
