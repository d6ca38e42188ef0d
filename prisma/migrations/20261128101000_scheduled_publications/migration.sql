-- When an approved edition is to be published, and who set that. There is none for an edition that is not waiting to be published.
CREATE TABLE scheduled_publications (
  edition_id UUID PRIMARY KEY REFERENCES editions (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  at TIMESTAMPTZ(3) NOT NULL,
  scheduled_by_id UUID NOT NULL,
  problem TEXT);
CREATE INDEX scheduled_publications_at_idx ON scheduled_publications (at);

CREATE FUNCTION check_schedule() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM editions WHERE id = NEW.edition_id AND state = 'approved') OR NOT is_editor(NEW.scheduled_by_id) THEN
    RAISE EXCEPTION 'an active editor schedules an edition that is approved' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approved_edition BEFORE INSERT OR UPDATE OF edition_id, at, scheduled_by_id ON scheduled_publications
  FOR EACH ROW EXECUTE FUNCTION check_schedule();

CREATE FUNCTION drop_schedule() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM scheduled_publications WHERE edition_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER no_schedule_left AFTER UPDATE OF state ON editions FOR EACH ROW WHEN (NEW.state <> 'approved')
  EXECUTE FUNCTION drop_schedule();
