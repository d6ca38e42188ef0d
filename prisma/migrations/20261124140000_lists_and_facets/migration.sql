-- Topics: a few names that the desk gives to claims; an edition carries those of its claim.
CREATE TABLE topics (
  id UUID PRIMARY KEY,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  created_by_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT topics_name_length CHECK (char_length(name) BETWEEN 1 AND 60));
CREATE UNIQUE INDEX topics_slug_key ON topics (slug);
-- One topic however it is capitalised.
CREATE UNIQUE INDEX topics_name ON topics (lower(name));
CREATE TABLE claim_topics (
  claim_id UUID NOT NULL REFERENCES claims (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  topic_id UUID NOT NULL REFERENCES topics (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  PRIMARY KEY (claim_id, topic_id));
CREATE INDEX claim_topics_topic_id_idx ON claim_topics (topic_id);

-- What a list shows of a claim, so that no list reads whole documents, and what the claim can be found by.
ALTER TABLE publications ADD COLUMN number INTEGER, ADD COLUMN card JSONB, ADD COLUMN facets JSONB NOT NULL DEFAULT '[]';
ALTER TABLE published_editions ADD COLUMN card JSONB;

CREATE FUNCTION pg_temp.card_of(d jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('number', d -> 'claim' -> 'number', 'wording', d -> 'claim' -> 'wording',
    'language', d -> 'claim' -> 'language', 'claimant', d -> 'claimant' -> 'name', 'rating', d -> 'verdict' -> 'rating',
    'finding', d -> 'verdict' -> 'finding', 'sample', d -> 'sample')
$$;
ALTER TABLE published_editions DISABLE TRIGGER permanent;
UPDATE published_editions SET card = pg_temp.card_of(document::jsonb);
ALTER TABLE published_editions ENABLE TRIGGER permanent;

-- Documents from before this had no ids of parties: they are found by what they are told apart by. An unnamed source has
-- no page, since two of them may be two people.
CREATE FUNCTION pg_temp.party_facet(facet text, p jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('facet', facet, 'value', right(replace(id::text, '-', ''), 16), 'label', name,
    'about', jsonb_build_object('kind', kind, 'description', description, 'speaksFor', p -> 'speaksFor'))
  FROM parties WHERE name = p ->> 'name' AND kind::text = p ->> 'kind' AND description IS NOT DISTINCT FROM p ->> 'description'
    AND kind <> 'unnamed' ORDER BY created_at LIMIT 1
$$;
CREATE FUNCTION pg_temp.facets_of(d jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  WITH positions AS (SELECT p FROM jsonb_array_elements(d -> 'positions') AS p),
  claimant AS (SELECT pg_temp.party_facet('party', d -> 'claimant') AS f),
  figures AS (
    SELECT f -> 'measure' AS m FROM positions, jsonb_array_elements(coalesce(p -> 'figures', '[]')) AS f
    UNION SELECT f -> 'measure' FROM jsonb_array_elements(d -> 'evidence') AS e, jsonb_array_elements(coalesce(e -> 'figures', '[]')) AS f),
  found AS (
    SELECT jsonb_build_object('facet', 'rating', 'value', d -> 'verdict' -> 'rating' -> 'code',
      'label', d -> 'verdict' -> 'rating' -> 'name', 'about', null) AS f
    UNION SELECT jsonb_build_object('facet', 'grade', 'value', d -> 'verdict' -> 'grade', 'label', d -> 'verdict' -> 'grade', 'about', null)
    UNION SELECT jsonb_build_object('facet', 'language', 'value', d -> 'claim' -> 'language', 'label', d -> 'claim' -> 'language', 'about', null)
    UNION SELECT jsonb_build_object('facet', 'outlet', 'value', p -> 'article' -> 'outlet', 'label', p -> 'article' -> 'outlet', 'about', null)
      FROM jsonb_array_elements(d -> 'passages') AS p WHERE p -> 'article' ->> 'outlet' IS NOT NULL
    UNION SELECT f FROM claimant
    UNION SELECT jsonb_build_object('facet', 'rated:' || (f ->> 'value'), 'value', d -> 'verdict' -> 'rating' -> 'code',
      'label', d -> 'verdict' -> 'rating' -> 'name', 'about', null) FROM claimant WHERE f IS NOT NULL
    UNION SELECT pg_temp.party_facet(CASE WHEN p ->> 'stance' IN ('denies', 'doubts') THEN 'disputes' ELSE 'quoted' END, p -> 'party')
      FROM positions
    UNION SELECT jsonb_build_object('facet', 'measure', 'value', right(replace(m ->> 'id', '-', ''), 16),
      'label', concat_ws(', ', concat_ws(': ', concat_ws(' of ', m ->> 'unit', nullif(m ->> 'base', '')),
        concat_ws(' ', m ->> 'what', nullif(m ->> 'status', ''))), nullif(m ->> 'place', ''), nullif(m ->> 'period', '')),
      'about', m) FROM figures)
  SELECT coalesce(jsonb_agg(f), '[]') FROM (
    SELECT DISTINCT ON (f -> 'facet', f -> 'value') f FROM found WHERE f IS NOT NULL ORDER BY f -> 'facet', f -> 'value') AS once
$$;
UPDATE publications SET number = (document::jsonb -> 'claim' ->> 'number')::integer, card = pg_temp.card_of(document::jsonb),
  facets = CASE WHEN state = 'public' THEN pg_temp.facets_of(document::jsonb) ELSE '[]' END;

ALTER TABLE publications ALTER COLUMN number SET NOT NULL, ALTER COLUMN card SET NOT NULL, ALTER COLUMN facets DROP DEFAULT;
ALTER TABLE published_editions ALTER COLUMN card SET NOT NULL;
-- Pieces of the sitemap are stretches of claims' numbers.
CREATE UNIQUE INDEX publications_number_key ON publications (number);
-- First editions have no class and are many times as many: the list of corrections does not walk through them.
CREATE INDEX published_editions_corrections ON published_editions (published_at DESC, edition_id DESC) WHERE correction_class <> 'typo';
CREATE INDEX published_editions_of_class ON published_editions (correction_class, published_at DESC, edition_id DESC)
  WHERE correction_class IS NOT NULL;
CREATE INDEX public_articles_updated ON public_articles (updated_at DESC, article_id DESC);

-- How many public claims have a facet, under the words that were published last. One that no claim has any more stays with
-- none: its page was linked to.
CREATE TABLE public_facets (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  about JSONB,
  claims INTEGER NOT NULL,
  named_at TIMESTAMPTZ(3) NOT NULL,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY (facet, value),
  CONSTRAINT public_facets_kept CHECK (claims >= 0));
CREATE INDEX public_facets_facet_claims_value_idx ON public_facets (facet, claims DESC, value);
-- The claims that have a facet, newest first: one list to read for each filter.
CREATE TABLE public_postings (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  published_at TIMESTAMPTZ(3) NOT NULL,
  claim_id UUID NOT NULL,
  PRIMARY KEY (facet, value, published_at, claim_id));

INSERT INTO public_postings (facet, value, published_at, claim_id)
  SELECT f.facet, f.value, p.published_at, p.claim_id FROM publications p, jsonb_to_recordset(p.facets) AS f (facet text, value text);
INSERT INTO public_facets (facet, value, label, about, claims, named_at, updated_at)
  SELECT f.facet, f.value, (array_agg(f.label ORDER BY p.published_at DESC))[1], (array_agg(f.about ORDER BY p.published_at DESC))[1],
    count(*), max(p.published_at), max(p.published_at)
  FROM publications p, jsonb_to_recordset(p.facets) AS f (facet text, value text, label text, about jsonb) GROUP BY 1, 2;

-- Both are kept by the database itself, statement by statement, with the owner's rights: whoever publishes, one claim or a
-- million, cannot forget them, and nobody else can write them. Publishing goes one by one from here to its commit, so that
-- two claims with several facets in common do not wait for one another.
CREATE FUNCTION keep_facets() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('assay public_facets'));
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM public.public_postings t USING was w, jsonb_to_recordset(w.facets) AS f (facet text, value text)
      WHERE t.facet = f.facet AND t.value = f.value AND t.published_at = w.published_at AND t.claim_id = w.claim_id;
    UPDATE public.public_facets t SET claims = t.claims - gone.claims, updated_at = gone.at
      FROM (SELECT f.facet, f.value, count(DISTINCT w.claim_id) AS claims, max(n.published_at) AS at
        FROM was w JOIN now_public n USING (claim_id), jsonb_to_recordset(w.facets) AS f (facet text, value text) GROUP BY 1, 2) AS gone
      WHERE t.facet = gone.facet AND t.value = gone.value;
  END IF;
  INSERT INTO public.public_postings (facet, value, published_at, claim_id)
    SELECT f.facet, f.value, n.published_at, n.claim_id FROM now_public n, jsonb_to_recordset(n.facets) AS f (facet text, value text)
    ON CONFLICT DO NOTHING;
  INSERT INTO public.public_facets (facet, value, label, about, claims, named_at, updated_at)
    SELECT f.facet, f.value, (array_agg(f.label ORDER BY n.published_at DESC, n.claim_id DESC))[1],
      (array_agg(f.about ORDER BY n.published_at DESC, n.claim_id DESC))[1], count(DISTINCT n.claim_id), max(n.published_at),
      max(n.published_at)
    FROM now_public n, jsonb_to_recordset(n.facets) AS f (facet text, value text, label text, about jsonb) GROUP BY 1, 2
    ON CONFLICT (facet, value) DO UPDATE SET label = EXCLUDED.label, about = EXCLUDED.about,
      claims = public_facets.claims + EXCLUDED.claims, named_at = EXCLUDED.named_at, updated_at = EXCLUDED.updated_at;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_facets() FROM PUBLIC;
CREATE TRIGGER facets_of_new AFTER INSERT ON publications REFERENCING NEW TABLE AS now_public
  FOR EACH STATEMENT EXECUTE FUNCTION keep_facets();
CREATE TRIGGER facets_of_changed AFTER UPDATE ON publications REFERENCING OLD TABLE AS was NEW TABLE AS now_public
  FOR EACH STATEMENT EXECUTE FUNCTION keep_facets();
