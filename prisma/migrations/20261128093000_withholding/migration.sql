-- Withholding: an editor takes an edition, or a claim's whole page, from readers at once and leaves a notice in its place; a second
-- person confirms or lifts it. The edition itself, its digest and its review stay; what goes is the copy that readers' role can read.

CREATE TYPE withholding_ground AS ENUM ('safety', 'privacy', 'court');
CREATE TABLE withholdings (
  id UUID PRIMARY KEY,
  claim_id UUID NOT NULL REFERENCES claims (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  edition_ids UUID[] NOT NULL,
  whole_page BOOLEAN NOT NULL,
  ground withholding_ground NOT NULL,
  reason TEXT NOT NULL,
  withheld_by_id UUID NOT NULL,
  withheld_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmed_by_id UUID,
  confirmed_at TIMESTAMPTZ(3),
  lifted_by_id UUID,
  lifted_at TIMESTAMPTZ(3),
  lifted_reason TEXT,
  CONSTRAINT withholdings_some_edition CHECK (cardinality(edition_ids) > 0),
  CONSTRAINT withholdings_reason_length CHECK (char_length(reason) BETWEEN 1 AND 2000),
  CONSTRAINT withholdings_lifted_reason_length CHECK (char_length(lifted_reason) BETWEEN 1 AND 2000),
  CONSTRAINT withholdings_confirmed CHECK ((confirmed_by_id IS NULL) = (confirmed_at IS NULL)),
  CONSTRAINT withholdings_lifted CHECK ((lifted_by_id IS NULL) = (lifted_at IS NULL) AND (lifted_by_id IS NULL) = (lifted_reason IS NULL)),
  CONSTRAINT withholdings_second_person CHECK (confirmed_by_id <> withheld_by_id),
  -- Once a second person has confirmed it, whoever withheld it does not lift it alone.
  CONSTRAINT withholdings_not_lifted_alone CHECK (confirmed_by_id IS NULL OR lifted_by_id <> withheld_by_id));
CREATE INDEX withholdings_claim_id_idx ON withholdings (claim_id);
CREATE INDEX withholdings_open ON withholdings (withheld_at) WHERE lifted_at IS NULL;

-- What readers are told of each edition that is withheld now. Kept by the database alone.
CREATE TABLE withheld_editions (
  edition_id UUID PRIMARY KEY,
  withholding_id UUID NOT NULL,
  claim_id UUID NOT NULL,
  claim_number INTEGER NOT NULL,
  slug TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind edition_kind NOT NULL,
  digest TEXT NOT NULL,
  correction_class correction_class,
  published_at TIMESTAMPTZ(3) NOT NULL,
  ground withholding_ground NOT NULL,
  withheld_at TIMESTAMPTZ(3) NOT NULL,
  confirmed BOOLEAN NOT NULL);
CREATE UNIQUE INDEX withheld_editions_slug_number_key ON withheld_editions (slug, number);
CREATE INDEX withheld_editions_claim_id_idx ON withheld_editions (claim_id);

CREATE FUNCTION is_editor(member uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM users WHERE id = member AND deactivated_at IS NULL AND role IN ('editor', 'admin'))
$$;

CREATE FUNCTION check_withholding() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE readable uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(edition_id) INTO readable FROM published_editions WHERE claim_id = NEW.claim_id;
    IF NEW.confirmed_at IS NOT NULL OR NEW.lifted_at IS NOT NULL OR NOT is_editor(NEW.withheld_by_id)
      OR NOT coalesce(readable @> NEW.edition_ids, false) THEN
      RAISE EXCEPTION 'an active editor withholds editions that readers can read' USING ERRCODE = '23514';
    END IF;
    IF NEW.whole_page <> EXISTS (SELECT 1 FROM publications WHERE edition_id = ANY (NEW.edition_ids))
      OR NEW.whole_page AND NOT NEW.edition_ids @> readable THEN
      RAISE EXCEPTION 'whoever withholds the current edition withholds all of the page' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.claim_id, NEW.edition_ids, NEW.whole_page, NEW.ground, NEW.reason, NEW.withheld_by_id, NEW.withheld_at) IS DISTINCT FROM
     (OLD.id, OLD.claim_id, OLD.edition_ids, OLD.whole_page, OLD.ground, OLD.reason, OLD.withheld_by_id, OLD.withheld_at)
    OR OLD.lifted_at IS NOT NULL
    OR OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_by_id, NEW.confirmed_at) IS DISTINCT FROM (OLD.confirmed_by_id, OLD.confirmed_at) THEN
    RAISE EXCEPTION 'a withholding is confirmed once and lifted once, and nothing else of it changes' USING ERRCODE = '42501';
  END IF;
  IF NOT is_editor(coalesce(NEW.lifted_by_id, NEW.confirmed_by_id)) THEN
    RAISE EXCEPTION 'an active editor confirms or lifts a withholding' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER workflow BEFORE INSERT OR UPDATE ON withholdings FOR EACH ROW EXECUTE FUNCTION check_withholding();
CREATE TRIGGER permanent BEFORE DELETE ON withholdings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON withholdings EXECUTE FUNCTION refuse_change();

-- With the owner's rights: the application itself deletes no public copy, and writes no notice.
CREATE FUNCTION carry_out_withholding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.withheld_editions (edition_id, withholding_id, claim_id, claim_number, slug, number, kind, digest, correction_class,
        published_at, ground, withheld_at, confirmed)
      SELECT p.edition_id, NEW.id, p.claim_id, c.number, p.slug, p.number, p.kind, p.digest, p.correction_class, p.published_at, NEW.ground,
        NEW.withheld_at, false
      FROM public.published_editions p JOIN public.claims c ON c.id = p.claim_id WHERE p.edition_id = ANY (NEW.edition_ids);
    DELETE FROM public.publications WHERE edition_id = ANY (NEW.edition_ids);
    DELETE FROM public.published_editions WHERE edition_id = ANY (NEW.edition_ids);
    -- The page of a later edition tells its history without what they said.
    UPDATE public.publications p SET history = (
        SELECT coalesce(jsonb_agg(n ORDER BY place), '[]') FROM jsonb_array_elements(p.history) WITH ORDINALITY AS h (n, place)
        WHERE (n ->> 'number')::integer NOT IN (SELECT number FROM public.withheld_editions WHERE claim_id = NEW.claim_id))
      WHERE claim_id = NEW.claim_id;
  ELSIF NEW.lifted_at IS NOT NULL THEN
    DELETE FROM public.withheld_editions WHERE withholding_id = NEW.id;
  ELSE
    UPDATE public.withheld_editions SET confirmed = true WHERE withholding_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION carry_out_withholding() FROM PUBLIC;
CREATE TRIGGER carried_out AFTER INSERT OR UPDATE ON withholdings FOR EACH ROW EXECUTE FUNCTION carry_out_withholding();

-- The public copies: gone only while they are withheld, and not back before that is lifted.
CREATE FUNCTION refuse_unless_withheld() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM withheld_editions WHERE edition_id = OLD.edition_id) THEN
    RAISE EXCEPTION 'DELETE of % is refused: this record is permanent', TG_TABLE_NAME USING ERRCODE = '42501';
  END IF;
  RETURN OLD;
END $$;
DROP TRIGGER permanent ON published_editions;
CREATE TRIGGER permanent BEFORE UPDATE ON published_editions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_unless_withheld BEFORE DELETE ON published_editions FOR EACH ROW EXECUTE FUNCTION refuse_unless_withheld();
DROP TRIGGER permanent ON publications;
CREATE TRIGGER kept_unless_withheld BEFORE DELETE ON publications FOR EACH ROW EXECUTE FUNCTION refuse_unless_withheld();

CREATE FUNCTION refuse_withheld() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM withheld_editions WHERE edition_id = NEW.edition_id) THEN
    RAISE EXCEPTION 'this edition is withheld' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_withheld BEFORE INSERT OR UPDATE ON publications FOR EACH ROW EXECUTE FUNCTION refuse_withheld();
CREATE TRIGGER not_withheld BEFORE INSERT ON published_editions FOR EACH ROW EXECUTE FUNCTION refuse_withheld();

-- A party or a measure that only withheld claims name has no page meanwhile: its name may be what was withheld.
CREATE FUNCTION drop_facets() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('assay public_facets'));
  DELETE FROM public.public_postings t USING was w, jsonb_to_recordset(w.facets) AS f (facet text, value text)
    WHERE t.facet = f.facet AND t.value = f.value AND t.published_at = w.published_at AND t.claim_id = w.claim_id;
  UPDATE public.public_facets t SET claims = t.claims - gone.claims, updated_at = clock_timestamp()
    FROM (SELECT f.facet, f.value, count(DISTINCT w.claim_id) AS claims
      FROM was w, jsonb_to_recordset(w.facets) AS f (facet text, value text) GROUP BY 1, 2) AS gone
    WHERE t.facet = gone.facet AND t.value = gone.value;
  DELETE FROM public.public_facets t USING was w, jsonb_to_recordset(w.facets) AS f (facet text, value text)
    WHERE t.facet = f.facet AND t.value = f.value AND t.claims = 0;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION drop_facets() FROM PUBLIC;
CREATE TRIGGER facets_of_withheld AFTER DELETE ON publications REFERENCING OLD TABLE AS was
  FOR EACH STATEMENT EXECUTE FUNCTION drop_facets();
