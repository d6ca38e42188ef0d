-- Admins revise the desk's scale: each version is a scale of its own, complete before it is the live one, and never changed after.

CREATE FUNCTION check_rating() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM rating_scales s WHERE s.id = NEW.scale_id AND s.version > (SELECT scale_version FROM public_settings)) THEN
    RAISE EXCEPTION 'a rating is added to a scale before that is the live one' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER workflow BEFORE INSERT ON ratings FOR EACH ROW EXECUTE FUNCTION check_rating();
CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON ratings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON ratings EXECUTE FUNCTION refuse_change();
CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON rating_scales FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON rating_scales EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX ratings_scale_id_position_key ON ratings (scale_id, position);
ALTER TABLE ratings
  ADD CONSTRAINT ratings_name_length CHECK (char_length(name) BETWEEN 1 AND 40),
  ADD CONSTRAINT ratings_definition_length CHECK (char_length(definition) BETWEEN 1 AND 400);
