-- A quote is taken from a copy of its own source.
CREATE FUNCTION check_evidence_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.snapshot_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM snapshots s JOIN snapshot_parts p ON p.snapshot_id = s.id AND p.kind = 'text' AND p.outcome = 'captured'
    WHERE s.id = NEW.snapshot_id AND s.source_id = NEW.source_id AND s.state = 'done') THEN
    RAISE EXCEPTION 'a quote is taken from the text of a copy of its own source' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER copy_of_its_source BEFORE INSERT OR UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION check_evidence_copy();
