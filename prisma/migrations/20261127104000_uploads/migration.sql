-- Files that members add: where the pages of a document begin in its text, how large its shown picture is.
ALTER TABLE snapshots
  ADD COLUMN pages JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN shown_width INTEGER,
  ADD COLUMN shown_height INTEGER,
  ADD CONSTRAINT snapshots_pages_list CHECK (jsonb_typeof(pages) = 'array'),
  ADD CONSTRAINT snapshots_shown_size CHECK (num_nonnulls(shown_width, shown_height) IN (0, 2) AND shown_width > 0 AND shown_height > 0);

-- What a file is, is known only once somebody has looked into it; until then it is not kept yet.
CREATE OR REPLACE FUNCTION check_kept_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.kept_at IS NOT NULL THEN
      RAISE EXCEPTION 'DELETE of kept_files is refused: this record is permanent' USING ERRCODE = '42501';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.sha256, NEW.bytes, NEW.created_at) IS DISTINCT FROM (OLD.sha256, OLD.bytes, OLD.created_at)
     OR (OLD.kept_at IS NOT NULL AND (NEW.kept_at, NEW.media_type) IS DISTINCT FROM (OLD.kept_at, OLD.media_type)) THEN
    RAISE EXCEPTION 'what is kept never changes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
