-- A timestamp that comes after readers have got the copy reaches them too, and the pages that show it are made anew.
CREATE FUNCTION stamp_public_copies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE copy uuid;
BEGIN
  FOR copy IN UPDATE public_copies SET stamped_at = NEW.at WHERE sha256 = NEW.sha256 AND stamped_at IS NULL RETURNING snapshot_id LOOP
    PERFORM pg_notify('assay_public', jsonb_build_array('copy:' || copy)::text);
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER reaches_readers AFTER INSERT ON file_timestamps FOR EACH ROW EXECUTE FUNCTION stamp_public_copies();
CREATE INDEX public_copies_sha256 ON public_copies (sha256);
