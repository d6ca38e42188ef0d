-- The language that the desk writes in: a setting, which each new edition keeps, and what lists say of it.

ALTER TABLE public_settings
  ADD COLUMN desk_language TEXT NOT NULL DEFAULT 'en',
  ADD CONSTRAINT public_settings_language CHECK (char_length(desk_language) BETWEEN 2 AND 35);

-- What was sealed before editions had it counts as English, which is what its pages said.
CREATE FUNCTION language_of(d jsonb) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(d ->> 'deskLanguage', 'en')
$$;

-- As before, with the language of the desk; a row that was written before it had one stands as it is.
CREATE OR REPLACE FUNCTION check_publication_says() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE d jsonb := NEW.document; unmarked jsonb := '{"deskLanguage": "en"}'; facets jsonb; history jsonb;
BEGIN
  IF (NEW.number, NEW.title, NEW.kind::text, NEW.language, NEW.rating_code) IS DISTINCT FROM
     ((d #>> '{claim,number}')::integer, d #>> '{claim,wording}', d #>> '{claim,kind}', d #>> '{claim,language}', d #>> '{verdict,rating,code}')
    OR unmarked || NEW.card::jsonb IS DISTINCT FROM jsonb_build_object('deskLanguage', language_of(d), 'claimId', d #> '{claim,id}', 'slug', d #> '{claim,slug}',
      'number', d #> '{claim,number}', 'wording', d #> '{claim,wording}', 'language', d #> '{claim,language}',
      'claimant', d #> '{claimant,name}', 'rating', d #> '{verdict,rating}', 'finding', d #> '{verdict,finding}', 'sample', d -> 'sample',
      'editionNumber', NEW.edition_number, 'state', NEW.state, 'publishedAt', instant(NEW.published_at)) THEN
    RAISE EXCEPTION 'a list says of a claim what its document says' USING ERRCODE = '23514';
  END IF;
  facets := facets_of(d);
  IF NOT (facets @> NEW.facets AND NEW.facets @> facets) THEN
    RAISE EXCEPTION 'a claim is found by what its document says' USING ERRCODE = '23514';
  END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object('number', e.number, 'publishedAt', instant(e.published_at), 'kind', e.kind,
      'correctionClass', e.correction_class, 'correctionReason', e.correction_reason, 'rating', v #> '{rating,name}',
      'grade', v -> 'grade', 'finding', v -> 'finding',
      'deskLanguage', language_of(e.document::jsonb)) ORDER BY e.number), '[]') INTO history
    FROM published_editions e, LATERAL (SELECT e.document::jsonb -> 'verdict' AS v) AS said WHERE e.claim_id = NEW.claim_id;
  -- The figures that a correction put right are worked out by code alone; no other class has any.
  IF history IS DISTINCT FROM (SELECT coalesce(jsonb_agg(unmarked || (n - 'figures') ORDER BY place), '[]')
      FROM jsonb_array_elements(NEW.history) WITH ORDINALITY AS h (n, place))
    OR EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.history) AS n
      WHERE n ->> 'correctionClass' IS DISTINCT FROM 'correction' AND n -> 'figures' <> '[]') THEN
    RAISE EXCEPTION 'the history of a page is that of its published editions' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_published_edition_says() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE d jsonb := NEW.document; e editions%ROWTYPE; before jsonb;
BEGIN
  SELECT * INTO e FROM editions WHERE id = NEW.edition_id;
  IF (NEW.number, NEW.kind, NEW.slug, NEW.title, NEW.correction_class, NEW.correction_reason) IS DISTINCT FROM
     (e.number, e.kind, d #>> '{claim,slug}', d #>> '{claim,wording}', e.correction_class, e.correction_reason) THEN
    RAISE EXCEPTION 'a published edition is the one that was approved' USING ERRCODE = '23514';
  END IF;
  SELECT p.document::jsonb #> '{verdict,rating}' INTO before FROM published_editions p
    WHERE p.claim_id = NEW.claim_id AND p.number < NEW.number ORDER BY p.number DESC LIMIT 1;
  IF NEW.card::jsonb IS DISTINCT FROM jsonb_build_object('deskLanguage', language_of(d), 'slug', d #> '{claim,slug}', 'number', d #> '{claim,number}',
      'wording', d #> '{claim,wording}', 'language', d #> '{claim,language}', 'class', d #> '{correction,class}',
      'reason', d #> '{correction,reason}', 'before', before,
      'after', CASE WHEN d ->> 'retraction' IS NULL THEN d #> '{verdict,rating}' END,
      'editionId', NEW.edition_id, 'editionNumber', NEW.number, 'publishedAt', instant(NEW.published_at)) THEN
    RAISE EXCEPTION 'the list of corrections says of an edition what its document says' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
