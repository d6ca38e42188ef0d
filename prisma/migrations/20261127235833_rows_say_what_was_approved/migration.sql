-- Lists, feeds, embeds and pictures show what stands beside a publication's document: its card, what it is found by, its history.
-- Until now only the document itself was compared with what an editor approved.

-- What a claim can be found by, from its document: `facetsOf` in SQL.
CREATE FUNCTION facets_of(d jsonb) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH rating AS (SELECT d #>> '{verdict,rating,code}' AS value, d #>> '{verdict,rating,name}' AS label),
  named AS (
    SELECT 'party' AS facet, d -> 'claimant' AS party
    UNION ALL SELECT CASE WHEN p ->> 'stance' IN ('denies', 'doubts') THEN 'disputes' ELSE 'quoted' END, p -> 'party'
      FROM jsonb_array_elements(d -> 'positions') AS p),
  parties AS (
    SELECT facet, right(replace(party ->> 'id', '-', ''), 16) AS value, party ->> 'name' AS label, jsonb_build_object(
      'kind', party -> 'kind', 'description', party -> 'description', 'speaksFor', coalesce(party -> 'speaksFor', 'null')) AS about
    FROM named WHERE party ->> 'id' IS NOT NULL AND party ->> 'kind' <> 'unnamed'),
  measures AS (
    SELECT f -> 'measure' AS m FROM jsonb_array_elements((d -> 'positions') || (d -> 'evidence')) AS o,
      jsonb_array_elements(coalesce(o -> 'figures', '[]')) AS f),
  facets AS (
    SELECT 'rating' AS facet, value, label, 'null'::jsonb AS about FROM rating
    UNION SELECT 'grade', grade, upper(left(grade, 1)) || replace(substr(grade, 2), '_', ' '), 'null'
      FROM (SELECT d #>> '{verdict,grade}' AS grade) AS of
    UNION SELECT 'language', d #>> '{claim,language}', d #>> '{claim,language}', 'null'
    UNION SELECT 'outlet', outlet, outlet, 'null'
      FROM (SELECT p #>> '{article,outlet}' AS outlet FROM jsonb_array_elements(d -> 'passages') AS p) AS of WHERE outlet IS NOT NULL
    UNION SELECT 'topic', t ->> 'slug', t ->> 'name', 'null' FROM jsonb_array_elements(coalesce(d -> 'topics', '[]')) AS t
    UNION SELECT facet, value, label, about FROM parties
      WHERE facet <> 'quoted' OR value NOT IN (SELECT own.value FROM parties own WHERE own.facet = 'party')
    UNION SELECT 'rated:' || p.value, r.value, r.label, 'null' FROM parties p, rating r WHERE p.facet = 'party'
    UNION SELECT 'measure', right(replace(m ->> 'id', '-', ''), 16), concat_ws(', ',
        (m ->> 'unit') || CASE WHEN m ->> 'base' <> '' THEN ' of ' || (m ->> 'base') ELSE '' END || ': '
          || concat_ws(' ', nullif(m ->> 'what', ''), nullif(m ->> 'status', '')),
        nullif(m ->> 'place', ''), nullif(m ->> 'period', '')), m
      FROM measures)
  SELECT CASE WHEN d ->> 'retraction' IS NOT NULL THEN '[]'
    ELSE jsonb_agg(jsonb_build_object('facet', facet, 'value', value, 'label', label, 'about', about)) END FROM facets
$$;

CREATE FUNCTION instant(at timestamptz) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Runs after the trigger that compares the document with the approved one, in the order of their names.
CREATE FUNCTION check_publication_says() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE d jsonb := NEW.document; facets jsonb; history jsonb;
BEGIN
  IF (NEW.number, NEW.title, NEW.kind::text, NEW.language, NEW.rating_code) IS DISTINCT FROM
     ((d #>> '{claim,number}')::integer, d #>> '{claim,wording}', d #>> '{claim,kind}', d #>> '{claim,language}', d #>> '{verdict,rating,code}')
    OR NEW.card::jsonb IS DISTINCT FROM jsonb_build_object('claimId', d #> '{claim,id}', 'slug', d #> '{claim,slug}',
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
      'grade', v -> 'grade', 'finding', v -> 'finding') ORDER BY e.number), '[]') INTO history
    FROM published_editions e, LATERAL (SELECT e.document::jsonb -> 'verdict' AS v) AS said WHERE e.claim_id = NEW.claim_id;
  -- The figures that a correction put right are worked out by code alone; no other class has any.
  IF history IS DISTINCT FROM (SELECT coalesce(jsonb_agg(n - 'figures' ORDER BY place), '[]')
      FROM jsonb_array_elements(NEW.history) WITH ORDINALITY AS h (n, place))
    OR EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.history) AS n
      WHERE n ->> 'correctionClass' IS DISTINCT FROM 'correction' AND n -> 'figures' <> '[]') THEN
    RAISE EXCEPTION 'the history of a page is that of its published editions' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER says_what_was_approved BEFORE INSERT OR UPDATE ON publications
  FOR EACH ROW EXECUTE FUNCTION check_publication_says();

CREATE FUNCTION check_published_edition_says() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE d jsonb := NEW.document; e editions%ROWTYPE; before jsonb;
BEGIN
  SELECT * INTO e FROM editions WHERE id = NEW.edition_id;
  IF (NEW.number, NEW.kind, NEW.slug, NEW.title, NEW.correction_class, NEW.correction_reason) IS DISTINCT FROM
     (e.number, e.kind, d #>> '{claim,slug}', d #>> '{claim,wording}', e.correction_class, e.correction_reason) THEN
    RAISE EXCEPTION 'a published edition is the one that was approved' USING ERRCODE = '23514';
  END IF;
  SELECT p.document::jsonb #> '{verdict,rating}' INTO before FROM published_editions p
    WHERE p.claim_id = NEW.claim_id AND p.number < NEW.number ORDER BY p.number DESC LIMIT 1;
  IF NEW.card::jsonb IS DISTINCT FROM jsonb_build_object('slug', d #> '{claim,slug}', 'number', d #> '{claim,number}',
      'wording', d #> '{claim,wording}', 'language', d #> '{claim,language}', 'class', d #> '{correction,class}',
      'reason', d #> '{correction,reason}', 'before', before,
      'after', CASE WHEN d ->> 'retraction' IS NULL THEN d #> '{verdict,rating}' END,
      'editionId', NEW.edition_id, 'editionNumber', NEW.number, 'publishedAt', instant(NEW.published_at)) THEN
    RAISE EXCEPTION 'the list of corrections says of an edition what its document says' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER says_what_was_approved BEFORE INSERT ON published_editions
  FOR EACH ROW EXECUTE FUNCTION check_published_edition_says();
