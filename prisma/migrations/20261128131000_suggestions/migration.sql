-- Suggestions of a reviewer: other words for one text of an edition in review, which those who made the edition take over or
-- leave. Whoever suggests makes nothing, and stays free to approve; whoever takes over is the one who changes the draft.

CREATE TYPE suggestion_field AS ENUM
  ('shortWording', 'finding', 'contradiction', 'reasoning', 'howChecked', 'known', 'notKnown', 'search');
CREATE TYPE suggestion_outcome AS ENUM ('taken_over', 'left', 'withdrawn', 'lapsed');
CREATE TABLE suggestions (
  id UUID PRIMARY KEY,
  claim_id UUID NOT NULL REFERENCES claims (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  edition_id UUID NOT NULL REFERENCES editions (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  field suggestion_field NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  suggested_by_id UUID NOT NULL,
  suggested_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  outcome suggestion_outcome,
  decided_by_id UUID,
  decided_at TIMESTAMPTZ(3),
  CONSTRAINT suggestions_other_words CHECK (before <> after),
  CONSTRAINT suggestions_after_length CHECK (char_length(after) BETWEEN 1 AND 20000),
  CONSTRAINT suggestions_reason_length CHECK (char_length(reason) <= 2000),
  CONSTRAINT suggestions_decided CHECK ((outcome IS NULL) = (decided_at IS NULL)
    AND (outcome IS NULL OR outcome = 'lapsed') = (decided_by_id IS NULL)),
  -- Nobody decides on their own; only they take it back.
  CONSTRAINT suggestions_second_person CHECK (decided_by_id IS NULL OR (outcome = 'withdrawn') = (decided_by_id = suggested_by_id)));
CREATE INDEX suggestions_claim_id_idx ON suggestions (claim_id);
CREATE UNIQUE INDEX suggestions_one_open ON suggestions (claim_id, field) WHERE outcome IS NULL;

CREATE FUNCTION check_suggestion() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.outcome IS NOT NULL OR NOT is_editor(NEW.suggested_by_id) OR NOT EXISTS (
      SELECT 1 FROM editions WHERE id = NEW.edition_id AND claim_id = NEW.claim_id AND state = 'in_review' AND kind = 'publication'
        AND NOT NEW.suggested_by_id = ANY (contributors)) THEN
      RAISE EXCEPTION 'an active editor who did not help to make an edition suggests other words while it is in review'
        USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.outcome IS NOT NULL
    OR (NEW.id, NEW.claim_id, NEW.edition_id, NEW.field, NEW.before, NEW.after, NEW.reason, NEW.suggested_by_id, NEW.suggested_at) IS DISTINCT FROM
       (OLD.id, OLD.claim_id, OLD.edition_id, OLD.field, OLD.before, OLD.after, OLD.reason, OLD.suggested_by_id, OLD.suggested_at) THEN
    RAISE EXCEPTION 'a suggestion is decided once, and nothing else of it changes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER workflow BEFORE INSERT OR UPDATE ON suggestions FOR EACH ROW EXECUTE FUNCTION check_suggestion();
CREATE TRIGGER permanent BEFORE DELETE ON suggestions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON suggestions EXECUTE FUNCTION refuse_change();

-- Approved as it is: what was suggested and not taken over has no text any more that it could change.
CREATE FUNCTION lapse_suggestions() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE suggestions SET outcome = 'lapsed', decided_at = clock_timestamp() WHERE claim_id = NEW.claim_id AND outcome IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER suggestions_lapse AFTER UPDATE ON editions FOR EACH ROW
  WHEN (NEW.state = 'approved' AND OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION lapse_suggestions();
