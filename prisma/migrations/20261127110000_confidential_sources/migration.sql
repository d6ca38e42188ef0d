-- What follows from who may see a source.

-- Whoever may not see a source must not find out by trying addresses: a confidential one is not known by its own. Its
-- address stays with it, and counts again when it is public and nobody added that address meanwhile.
ALTER TABLE sources
  DROP CONSTRAINT sources_can_be_found,
  ADD CONSTRAINT sources_can_be_found CHECK (url IS NOT NULL OR (normalised_url IS NULL AND char_length(coalesce(description, '')) > 0)),
  ADD CONSTRAINT sources_known_by_address CHECK (visibility = 'public' OR normalised_url IS NULL);

CREATE OR REPLACE FUNCTION check_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.kind, NEW.title, NEW.url, NEW.publisher_id, NEW.published_on, NEW.published_precision,
      NEW.language, NEW.idempotency_key, NEW.created_by_id, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.kind, OLD.title, OLD.url, OLD.publisher_id, OLD.published_on,
      OLD.published_precision, OLD.language, OLD.idempotency_key, OLD.created_by_id, OLD.created_at)
     OR (NEW.normalised_url IS DISTINCT FROM OLD.normalised_url AND NEW.visibility = OLD.visibility) THEN
    RAISE EXCEPTION 'what a source is never changes' USING ERRCODE = '42501';
  END IF;
  IF NEW.visibility = 'hidden' AND (OLD.visibility <> 'hidden' OR NEW.attested_by_id <> OLD.attested_by_id) AND NOT EXISTS (
    SELECT 1 FROM users WHERE id = NEW.attested_by_id AND role IN ('editor', 'admin') AND deactivated_at IS NULL) THEN
    RAISE EXCEPTION 'only an active editor or admin vouches for a hidden source' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION check_new_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.visibility = 'hidden' THEN
    RAISE EXCEPTION 'a source is hidden by an editor who has seen it' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER begins_in_sight BEFORE INSERT ON sources FOR EACH ROW EXECUTE FUNCTION check_new_source();

-- Readers lose the copies of a source in the moment in which it stops being public …
CREATE FUNCTION take_back_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM public_copies p USING snapshots s WHERE s.id = p.snapshot_id AND s.source_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER copies_taken_back AFTER UPDATE OF visibility ON sources
  FOR EACH ROW WHEN (NEW.visibility <> 'public') EXECUTE FUNCTION take_back_copies();

-- … also where a publication that is under way at that moment has looked already: each waits for the other.
CREATE OR REPLACE FUNCTION check_public_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM snapshots s JOIN sources o ON o.id = s.source_id
      WHERE s.id = NEW.snapshot_id AND s.outcome = 'captured' AND o.visibility = 'public' FOR SHARE OF o;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'readers see copies of public sources alone' USING ERRCODE = '23514';
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'gone_since' - 'stamped_at') IS DISTINCT FROM (to_jsonb(OLD) - 'gone_since' - 'stamped_at') THEN
    RAISE EXCEPTION 'a copy never changes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
