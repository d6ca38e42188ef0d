-- What the database itself refuses, whatever the application does.
-- 42501: this is never changed. 23514: the workflow does not allow it.

ALTER SEQUENCE claims_number_seq RESTART WITH 1001;

-- ── Lengths, shapes ─────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE users
  ADD CONSTRAINT users_name_length CHECK (char_length(name) BETWEEN 1 AND 200),
  ADD CONSTRAINT users_email_shape CHECK (char_length(email) BETWEEN 3 AND 320 AND email = lower(email));
ALTER TABLE invitations
  ADD CONSTRAINT invitations_first_is_admin CHECK (invited_by_id IS NOT NULL OR role = 'admin');
ALTER TABLE public_settings
  ADD CONSTRAINT public_settings_one_row CHECK (id = 1),
  ADD CONSTRAINT public_settings_name_length CHECK (char_length(desk_name) BETWEEN 1 AND 200);
ALTER TABLE ratings
  ADD CONSTRAINT ratings_value_range CHECK (value BETWEEN 1 AND 5);
ALTER TABLE parties
  ADD CONSTRAINT parties_name_length CHECK (char_length(name) BETWEEN 1 AND 300),
  ADD CONSTRAINT parties_description_length CHECK (char_length(description) <= 1000);
CREATE UNIQUE INDEX parties_name_kind ON parties (lower(name), kind, coalesce(description, ''));
ALTER TABLE articles
  ADD CONSTRAINT articles_title_length CHECK (char_length(title) BETWEEN 1 AND 500),
  ADD CONSTRAINT articles_author_length CHECK (char_length(author) <= 300),
  ADD CONSTRAINT articles_url_http CHECK (url ~* '^https?://' AND char_length(url) <= 2000),
  ADD CONSTRAINT articles_date_whole CHECK ((published_on IS NULL) = (published_precision IS NULL));
ALTER TABLE article_versions
  ADD CONSTRAINT article_versions_text_size CHECK (octet_length(text) BETWEEN 1 AND 500000),
  ADD CONSTRAINT article_versions_digest CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));
ALTER TABLE passages
  ADD CONSTRAINT passages_span CHECK (start >= 0 AND "end" > start AND "end" - start <= 5000),
  ADD CONSTRAINT passages_exact_length CHECK (char_length(exact) = "end" - start);
ALTER TABLE claims
  ADD CONSTRAINT claims_wording_length CHECK (char_length(wording) BETWEEN 1 AND 500),
  ADD CONSTRAINT claims_one_claimant CHECK (NOT (claimant_unknown AND claimant_id IS NOT NULL)),
  ADD CONSTRAINT claims_date_whole CHECK ((said_on IS NULL) = (said_precision IS NULL)),
  ADD CONSTRAINT claims_shelved_has_reason CHECK ((stage = 'shelved') = (shelved_reason IS NOT NULL)),
  ADD CONSTRAINT claims_duplicate_named CHECK ((shelved_reason IS NOT DISTINCT FROM 'duplicate') = (duplicate_of_id IS NOT NULL)),
  ADD CONSTRAINT claims_not_own_duplicate CHECK (duplicate_of_id <> id),
  ADD CONSTRAINT claims_public_never_shelved CHECK (public_state = 'never' OR stage NOT IN ('logged', 'checking', 'shelved')),
  ADD CONSTRAINT claims_published_is_public CHECK (stage NOT IN ('published', 'revising', 'retracted') OR public_state <> 'never');
ALTER TABLE positions
  ADD CONSTRAINT positions_quote_length CHECK (char_length(quote) BETWEEN 1 AND 5000),
  ADD CONSTRAINT positions_locator_length CHECK (char_length(locator) <= 300),
  ADD CONSTRAINT positions_date_whole CHECK ((said_on IS NULL) = (said_precision IS NULL));
ALTER TABLE relations
  ADD CONSTRAINT relations_reason_length CHECK (char_length(reason) BETWEEN 1 AND 1000),
  ADD CONSTRAINT relations_two_claims CHECK (from_id <> to_id);
ALTER TABLE sources
  ADD CONSTRAINT sources_title_length CHECK (char_length(title) BETWEEN 1 AND 500),
  ADD CONSTRAINT sources_url_http CHECK (url ~* '^https?://' AND char_length(url) <= 2000),
  ADD CONSTRAINT sources_can_be_found CHECK ((url IS NOT NULL AND normalised_url IS NOT NULL) OR (url IS NULL AND char_length(coalesce(description, '')) > 0)),
  ADD CONSTRAINT sources_description_length CHECK (char_length(description) <= 2000),
  ADD CONSTRAINT sources_date_whole CHECK ((published_on IS NULL) = (published_precision IS NULL));
ALTER TABLE evidence
  ADD CONSTRAINT evidence_quote_length CHECK (char_length(quote) BETWEEN 1 AND 5000),
  ADD CONSTRAINT evidence_locator_length CHECK (char_length(locator) <= 300),
  ADD CONSTRAINT evidence_group_length CHECK (char_length(independence_group) BETWEEN 1 AND 100);
ALTER TABLE verdicts
  ADD CONSTRAINT verdicts_lengths CHECK (
    char_length(finding) <= 600 AND char_length(short_wording) <= 300 AND char_length(reasoning) <= 20000
    AND char_length(contradiction) <= 1000 AND char_length(search) <= 2000 AND char_length(least_sure) <= 2000);
ALTER TABLE editions
  ADD CONSTRAINT editions_document_size CHECK (octet_length(document) <= 2000000),
  ADD CONSTRAINT editions_digest CHECK (digest = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  ADD CONSTRAINT editions_note_length CHECK (char_length(note) <= 2000),
  ADD CONSTRAINT editions_submitter_contributes CHECK (submitted_by_id = ANY (contributors)),
  ADD CONSTRAINT editions_published_at CHECK ((state = 'published') = (published_at IS NOT NULL)),
  ADD CONSTRAINT editions_notice CHECK (
    (number = 1 AND correction_class IS NULL AND correction_reason IS NULL AND kind = 'publication')
    OR (number > 1 AND correction_class IS NOT NULL AND char_length(btrim(coalesce(correction_reason, ''))) BETWEEN 1 AND 1000)),
  ADD CONSTRAINT editions_retraction CHECK ((kind = 'retraction') = (correction_class IS NOT DISTINCT FROM 'retraction'));
CREATE UNIQUE INDEX editions_one_open ON editions (claim_id) WHERE state IN ('in_review', 'approved');
CREATE UNIQUE INDEX editions_published_number ON editions (claim_id, number) WHERE state = 'published';
ALTER TABLE reviews
  ADD CONSTRAINT reviews_note_length CHECK (char_length(note) <= 5000),
  ADD CONSTRAINT reviews_changes_have_note CHECK (decision = 'approved' OR char_length(btrim(note)) > 0);
ALTER TABLE publications
  ADD CONSTRAINT publications_were_public CHECK (state <> 'never');
CREATE INDEX publications_search ON publications USING gin (search);
-- A search by a claim's number or the desk's list reads by these.
CREATE INDEX published_editions_claim ON published_editions (claim_id, number DESC);

-- ── Nothing is ever deleted or rewritten ────────────────────────────────────────────────────────────────────────

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: this record is permanent', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON article_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON reviews FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON published_editions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE DELETE ON editions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE DELETE ON publications FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE DELETE ON claims FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE DELETE ON articles FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE UPDATE ON passages FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON audit_events EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON article_versions EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON reviews EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON published_editions EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON editions EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON publications EXECUTE FUNCTION refuse_change();

-- ── Articles ────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION check_passage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found text;
BEGIN
  SELECT substr(text, NEW.start + 1, NEW."end" - NEW.start) INTO found FROM article_versions WHERE id = NEW.article_version_id;
  IF found IS DISTINCT FROM NEW.exact THEN
    RAISE EXCEPTION 'the passage does not stand at that place of the article version' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER passage_stands_there BEFORE INSERT ON passages FOR EACH ROW EXECUTE FUNCTION check_passage();

-- The whole text of an article becomes public by a second person's decision, like everything else.
CREATE FUNCTION check_full_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.full_text_approved_by_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM article_versions WHERE article_id = NEW.id AND created_by_id = NEW.full_text_approved_by_id
  ) THEN
    RAISE EXCEPTION 'the full text is made public by somebody who did not add it' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_pair_of_eyes BEFORE INSERT OR UPDATE ON articles FOR EACH ROW EXECUTE FUNCTION check_full_text();

CREATE FUNCTION check_public_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.document ->> 'text' IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM articles WHERE id = NEW.article_id AND full_text_approved_by_id IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the full text of this article is not approved for readers' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approved_text BEFORE INSERT OR UPDATE ON public_articles FOR EACH ROW EXECUTE FUNCTION check_public_article();

-- ── Editions, reviews, publications ─────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION check_edition_insert() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE published integer; through bigint; missing uuid[];
BEGIN
  SELECT count(*), coalesce(max(audit_through), 0) INTO published, through
    FROM editions WHERE claim_id = NEW.claim_id AND state = 'published';
  IF NEW.state <> 'in_review' OR NEW.number <> published + 1 THEN
    RAISE EXCEPTION 'an edition begins in review, with the next number' USING ERRCODE = '23514';
  END IF;
  SELECT array_agg(DISTINCT actor_id) INTO missing FROM audit_events
    WHERE claim_id = NEW.claim_id AND contributes AND seq > through AND NOT actor_id = ANY (NEW.contributors);
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'the edition does not name all of its contributors' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_begins BEFORE INSERT ON editions FOR EACH ROW EXECUTE FUNCTION check_edition_insert();

CREATE FUNCTION check_edition_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'state' - 'published_at') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'published_at') THEN
    RAISE EXCEPTION 'an edition never changes' USING ERRCODE = '42501';
  END IF;
  IF OLD.state = NEW.state AND OLD.published_at IS NOT DISTINCT FROM NEW.published_at THEN
    RETURN NEW;
  END IF;
  IF NOT (
    (OLD.state = 'in_review' AND NEW.state = 'withdrawn' AND NOT EXISTS (SELECT 1 FROM reviews WHERE edition_id = NEW.id))
    OR (OLD.state = 'in_review' AND NEW.state IN ('approved', 'changes_requested')
        AND EXISTS (SELECT 1 FROM reviews WHERE edition_id = NEW.id AND decision::text = NEW.state::text))
    OR (OLD.state = 'approved' AND NEW.state IN ('published', 'taken_back'))
  ) THEN
    RAISE EXCEPTION 'an edition does not go from % to % like this', OLD.state, NEW.state USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_moves BEFORE UPDATE ON editions FOR EACH ROW EXECUTE FUNCTION check_edition_update();

-- Locks the edition, so that of two editors who decide at once the second sees what the first decided.
CREATE FUNCTION check_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE e editions%ROWTYPE;
BEGIN
  SELECT * INTO e FROM editions WHERE id = NEW.edition_id FOR UPDATE;
  IF e.state IS DISTINCT FROM 'in_review' THEN
    RAISE EXCEPTION 'this edition is not in review' USING ERRCODE = '23514';
  END IF;
  IF NEW.reviewer_id = ANY (e.contributors) THEN
    RAISE EXCEPTION 'nobody reviews what they helped to make' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.reviewer_id AND role IN ('editor', 'admin') AND deactivated_at IS NULL) THEN
    RAISE EXCEPTION 'only an active editor or admin reviews' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_pair_of_eyes BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION check_review();

-- Serves both public tables: the text is exactly the one that somebody other than its makers approved.
CREATE FUNCTION check_public_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM editions e JOIN reviews r ON r.edition_id = e.id
    WHERE e.id = NEW.edition_id AND e.claim_id = NEW.claim_id AND e.state = 'published'
      AND e.document = NEW.document AND e.digest = NEW.digest
      AND r.decision = 'approved' AND NOT r.reviewer_id = ANY (e.contributors)
  ) THEN
    RAISE EXCEPTION 'only an approved edition is published, word for word' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approved_text BEFORE INSERT OR UPDATE ON publications FOR EACH ROW EXECUTE FUNCTION check_public_copy();
CREATE TRIGGER approved_text BEFORE INSERT ON published_editions FOR EACH ROW EXECUTE FUNCTION check_public_copy();

CREATE FUNCTION check_publication_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k edition_kind;
BEGIN
  SELECT kind INTO k FROM editions WHERE id = NEW.edition_id;
  IF (k = 'retraction') <> (NEW.state = 'retracted') THEN
    RAISE EXCEPTION 'a retraction edition stands as retracted, any other as public' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.claim_id <> OLD.claim_id OR NEW.slug <> OLD.slug
      OR NEW.edition_number < OLD.edition_number OR NEW.first_published_at <> OLD.first_published_at) THEN
    RAISE EXCEPTION 'a publication keeps its claim, its address and its first date' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_state BEFORE INSERT OR UPDATE ON publications FOR EACH ROW EXECUTE FUNCTION check_publication_state();

-- ── Audit chain ─────────────────────────────────────────────────────────────────────────────────────────────────

INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, repeat('0', 64));
ALTER TABLE audit_head ADD CONSTRAINT audit_head_one_row CHECK (id = 1);

-- Runs with the owner's rights: the application may write neither the head nor a place in the chain of its choosing.
-- The row lock on the head is the chain's lock; events are a transaction's last statement, so it is held for the commit only.
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE s bigint; h text;
BEGIN
  UPDATE public.audit_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash INTO STRICT s, h;
  NEW.seq := s;
  NEW.previous_hash := h;
  NEW.at := clock_timestamp();
  NEW.hash := encode(sha256(convert_to(concat_ws(E'\n', h, s::text, NEW.id::text,
    to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(NEW.actor_id::text, ''), NEW.name,
    coalesce(NEW.claim_id::text, ''), CASE WHEN NEW.contributes THEN '1' ELSE '0' END, NEW.data), 'UTF8')), 'hex');
  UPDATE public.audit_head SET hash = NEW.hash WHERE id = 1;
  RETURN NEW;
END $$;
CREATE TRIGGER chained BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION chain_audit_event();
REVOKE ALL ON FUNCTION chain_audit_event() FROM PUBLIC;
CREATE INDEX audit_events_article ON audit_events ((data::jsonb ->> 'articleId')) WHERE name = 'article.details-changed';
ALTER TABLE audit_events
  ADD CONSTRAINT audit_events_name_shape CHECK (name ~ '^[a-z-]+\.[a-z-]+$'),
  ADD CONSTRAINT audit_events_data_size CHECK (octet_length(data) <= 200000);
