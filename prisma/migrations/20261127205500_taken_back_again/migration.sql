-- An edition that is taken back comes into review again word for word. Work on the claim that came after it, such as a relation
-- that was added from the other claim, is not in it, and would have kept it from being taken back for good.
CREATE OR REPLACE FUNCTION check_edition_insert() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE published integer; through bigint; missing uuid[];
BEGIN
  SELECT count(*), coalesce(max(audit_through), 0) INTO published, through
    FROM editions WHERE claim_id = NEW.claim_id AND state = 'published';
  IF NEW.state <> 'in_review' OR NEW.number <> published + 1 THEN
    RAISE EXCEPTION 'an edition begins in review, with the next number' USING ERRCODE = '23514';
  END IF;
  -- Whose text it is was checked when it came into review first.
  IF EXISTS (
    SELECT 1 FROM editions e WHERE e.claim_id = NEW.claim_id AND e.state = 'taken_back' AND e.number = NEW.number
      AND e.digest = NEW.digest AND e.audit_through = NEW.audit_through AND e.contributors <@ NEW.contributors
  ) THEN
    RETURN NEW;
  END IF;
  SELECT array_agg(DISTINCT actor_id) INTO missing FROM audit_events
    WHERE claim_id = NEW.claim_id AND contributes AND seq > through AND NOT actor_id = ANY (NEW.contributors);
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'the edition does not name all of its contributors' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
