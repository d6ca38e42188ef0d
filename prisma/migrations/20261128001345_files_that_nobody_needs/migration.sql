-- A file that was refused, or whose copy never came to be, is not kept and may be removed. One that comes again is on its way
-- again, from then on: until it is kept, `created_at` says when it last came.
CREATE OR REPLACE FUNCTION check_kept_file() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.kept_at IS NOT NULL THEN
      RAISE EXCEPTION 'DELETE of kept_files is refused: this record is permanent' USING ERRCODE = '42501';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.sha256, NEW.bytes) IS DISTINCT FROM (OLD.sha256, OLD.bytes)
     OR (OLD.kept_at IS NOT NULL
       AND (NEW.kept_at, NEW.media_type, NEW.created_at) IS DISTINCT FROM (OLD.kept_at, OLD.media_type, OLD.created_at)) THEN
    RAISE EXCEPTION 'what is kept never changes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

CREATE INDEX kept_files_on_their_way ON kept_files (created_at) WHERE kept_at IS NULL;
CREATE INDEX audit_events_upload ON audit_events ((data::jsonb ->> 'sha256')) WHERE name = 'snapshot.uploaded';
