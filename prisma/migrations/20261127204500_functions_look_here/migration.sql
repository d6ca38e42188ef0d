-- An unqualified name is looked for among a session's temporary tables and types first, unless a function says otherwise.
-- Whoever could make one put a review, an edition or a member of their own in the place of those that a rule asks, or had a
-- type of their own checked with the owner's rights. Every function says from now on where it looks, temporary ones last.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_catalog.pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f' AND p.proowner = current_user::regrole
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', f);
  END LOOP;
END $$;
