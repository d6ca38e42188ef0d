-- What the database itself refuses about the wider model. 42501: this is never changed. 23514: not like this.

-- ── Lengths, shapes ─────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE claims
  ADD CONSTRAINT claims_said_words_length CHECK (char_length(said_words) BETWEEN 1 AND 200);
ALTER TABLE parties
  ADD CONSTRAINT parties_speak_for_another CHECK (speaks_for_id <> id);
ALTER TABLE events
  ADD CONSTRAINT events_name_length CHECK (char_length(name) BETWEEN 1 AND 300),
  ADD CONSTRAINT events_words_length CHECK (char_length(happened_words) BETWEEN 1 AND 200),
  ADD CONSTRAINT events_place_length CHECK (char_length(place) BETWEEN 1 AND 300),
  ADD CONSTRAINT events_description_length CHECK (char_length(description) <= 5000),
  ADD CONSTRAINT events_date_whole CHECK ((happened_on IS NULL) = (happened_precision IS NULL)),
  ADD CONSTRAINT events_place_whole CHECK ((place IS NULL) = (place_precision IS NULL));
ALTER TABLE event_parties
  ADD CONSTRAINT event_parties_note_length CHECK (char_length(note) <= 1000);
ALTER TABLE measures
  ADD CONSTRAINT measures_lengths CHECK (
    char_length(unit) BETWEEN 1 AND 100 AND char_length(what) BETWEEN 1 AND 200 AND char_length(status) <= 100
    AND char_length(place) <= 200 AND char_length(period) <= 200 AND char_length(base) <= 200);
CREATE UNIQUE INDEX measures_definition ON measures
  (lower(unit), lower(what), lower(status), lower(place), lower(period), lower(base));
ALTER TABLE figures
  ADD CONSTRAINT figures_words_length CHECK (char_length(words) BETWEEN 1 AND 300),
  ADD CONSTRAINT figures_one_owner CHECK (num_nonnulls(position_id, evidence_id) = 1),
  ADD CONSTRAINT figures_date_whole CHECK ((as_of IS NULL) = (as_of_precision IS NULL)),
  ADD CONSTRAINT figures_finite CHECK (minimum NOT IN ('NaN', 'Infinity', '-Infinity') AND maximum NOT IN ('NaN', 'Infinity', '-Infinity')),
  ADD CONSTRAINT figures_bounds CHECK (CASE
    WHEN qualifier IS NULL THEN minimum IS NULL AND maximum IS NULL
    WHEN qualifier IN ('at_least', 'more_than') THEN minimum IS NOT NULL AND maximum IS NULL
    WHEN qualifier IN ('at_most', 'less_than') THEN minimum IS NULL AND maximum IS NOT NULL
    WHEN qualifier = 'between' THEN minimum IS NOT NULL AND maximum IS NOT NULL AND minimum < maximum
    ELSE minimum IS NOT NULL AND maximum IS NOT NULL AND minimum = maximum END);
ALTER TABLE positions
  ADD CONSTRAINT positions_said_words_length CHECK (char_length(said_words) BETWEEN 1 AND 200),
  ADD CONSTRAINT positions_translation CHECK (
    (translation IS NULL) = (translator IS NULL)
    AND (translation IS NULL OR char_length(translation) BETWEEN 1 AND 5000)
    AND (translator IS NULL OR char_length(translator) BETWEEN 1 AND 200));
ALTER TABLE position_relays
  ADD CONSTRAINT position_relays_place CHECK (place BETWEEN 1 AND 10);
ALTER TABLE evidence
  ADD CONSTRAINT evidence_words CHECK (CASE WHEN kind = 'quote' THEN observation IS NULL
    ELSE observation IS NOT NULL AND char_length(observation) BETWEEN 1 AND 5000 END),
  ADD CONSTRAINT evidence_translation CHECK (
    (translation IS NULL) = (translator IS NULL)
    AND (translation IS NULL OR (quote IS NOT NULL AND char_length(translation) BETWEEN 1 AND 5000))
    AND (translator IS NULL OR char_length(translator) BETWEEN 1 AND 200));
ALTER TABLE verdicts
  ADD CONSTRAINT verdicts_more_lengths CHECK (
    char_length(known) <= 5000 AND char_length(not_known) <= 5000 AND char_length(how_checked) <= 10000),
  ADD CONSTRAINT verdicts_as_of_whole CHECK ((as_of IS NULL) = (as_of_precision IS NULL));
ALTER TABLE waivers
  ADD CONSTRAINT waivers_item_shape CHECK (item ~ '^[a-z-]{1,60}$'),
  ADD CONSTRAINT waivers_have_reason CHECK (char_length(btrim(reason)) > 0 AND char_length(reason) <= 1000);
ALTER TABLE editions
  ADD CONSTRAINT editions_waivers_list CHECK (jsonb_typeof(waivers) = 'array');
ALTER TABLE requests_for_comment
  ADD CONSTRAINT requests_lengths CHECK (
    char_length(channel) <= 300 AND char_length(answer) <= 5000 AND char_length(reason) <= 1000),
  ADD CONSTRAINT requests_outcome CHECK (CASE outcome
    WHEN 'not_asked' THEN asked_on IS NULL AND due_on IS NULL AND answered_on IS NULL AND answer = '' AND char_length(btrim(reason)) > 0
    WHEN 'answered' THEN asked_on IS NOT NULL AND reason = '' AND char_length(btrim(answer)) > 0
    ELSE asked_on IS NOT NULL AND reason = '' AND answer = '' AND answered_on IS NULL END),
  ADD CONSTRAINT requests_dates CHECK (
    (due_on IS NULL OR due_on >= asked_on) AND (answered_on IS NULL OR answered_on >= asked_on));
ALTER TABLE passage_refound
  ADD CONSTRAINT passage_refound_place CHECK (CASE outcome
    WHEN 'lost' THEN start IS NULL AND "end" IS NULL AND exact IS NULL
    ELSE start IS NOT NULL AND "end" IS NOT NULL AND exact IS NOT NULL AND start >= 0 AND "end" > start END),
  ADD CONSTRAINT passage_refound_seen CHECK ((seen_by_id IS NULL) = (seen_at IS NULL));
CREATE INDEX passage_refound_unseen ON passage_refound (passage_id) WHERE outcome IN ('altered', 'lost') AND seen_at IS NULL;
ALTER TABLE coverage_marks
  ADD CONSTRAINT coverage_marks_span CHECK (start >= 0 AND "end" > start),
  ADD CONSTRAINT coverage_marks_reason CHECK (
    CASE kind WHEN 'not_checkable' THEN reason IS NOT NULL AND char_length(btrim(reason)) BETWEEN 1 AND 500 ELSE reason IS NULL END);

-- Who changed what several claims share is a contributor to each edition that shows it.
CREATE INDEX audit_events_party ON audit_events ((data::jsonb ->> 'partyId')) WHERE name = 'party.revised';
CREATE INDEX audit_events_event ON audit_events ((data::jsonb ->> 'eventId')) WHERE name IN ('event.revised', 'event.party-involved', 'event.party-removed');

-- ── Permanent ───────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON measures FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE UPDATE ON figures FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE UPDATE ON position_relays FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE DELETE ON requests_for_comment FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ── Articles of several versions ────────────────────────────────────────────────────────────────────────────────

-- A place in a later version: other words there would be a lie about what the article says now.
CREATE FUNCTION check_refound() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE later article_versions%ROWTYPE; earlier article_versions%ROWTYPE; words text;
BEGIN
  SELECT * INTO later FROM article_versions WHERE id = NEW.article_version_id;
  SELECT * INTO earlier FROM article_versions WHERE id = (SELECT article_version_id FROM passages WHERE id = NEW.passage_id);
  SELECT exact INTO words FROM passages WHERE id = NEW.passage_id;
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'seen_by_id' - 'seen_at') IS DISTINCT FROM (to_jsonb(OLD) - 'seen_by_id' - 'seen_at') THEN
    RAISE EXCEPTION 'where a passage was found again never changes' USING ERRCODE = '42501';
  END IF;
  IF later.article_id IS DISTINCT FROM earlier.article_id OR later.number <= earlier.number THEN
    RAISE EXCEPTION 'a passage is found again in a later version of its own article' USING ERRCODE = '23514';
  END IF;
  IF NEW.outcome <> 'lost' AND substr(later.text, NEW.start + 1, NEW."end" - NEW.start) IS DISTINCT FROM NEW.exact THEN
    RAISE EXCEPTION 'these words do not stand at that place of the article version' USING ERRCODE = '23514';
  END IF;
  -- However similar the rest: a figure that changed is never called the same passage.
  IF NEW.outcome IN ('exact', 'moved')
    AND regexp_replace(NEW.exact, '[^0-9]+', ' ', 'g') IS DISTINCT FROM regexp_replace(words, '[^0-9]+', ' ', 'g') THEN
    RAISE EXCEPTION 'a passage whose numbers changed is altered' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER found_there BEFORE INSERT OR UPDATE ON passage_refound FOR EACH ROW EXECUTE FUNCTION check_refound();

UPDATE articles SET full_text_version = 1 WHERE full_text_approved_by_id IS NOT NULL;
ALTER TABLE articles
  ADD CONSTRAINT articles_full_text_whole CHECK ((full_text_approved_by_id IS NULL) = (full_text_version IS NULL));

-- One version is opened to readers, by somebody who did not add it.
CREATE OR REPLACE FUNCTION check_full_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.full_text_approved_by_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM article_versions WHERE article_id = NEW.id AND number = NEW.full_text_version
      AND created_by_id <> NEW.full_text_approved_by_id
  ) THEN
    RAISE EXCEPTION 'the full text is made public by somebody who did not add it' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_public_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.document ->> 'text' IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM articles a JOIN article_versions v ON v.article_id = a.id AND v.number = a.full_text_version
      WHERE a.id = NEW.article_id AND a.full_text_approved_by_id IS NOT NULL AND v.text = NEW.document ->> 'text'
  ) THEN
    RAISE EXCEPTION 'the full text of this article is not approved for readers' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
