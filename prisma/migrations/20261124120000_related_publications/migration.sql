-- Whose pages change when a claim becomes public, changes or is retracted.
ALTER TABLE publications ADD COLUMN related_ids UUID[] NOT NULL DEFAULT '{}';
UPDATE publications SET related_ids = ARRAY(
  SELECT (relation ->> 'claimId')::uuid FROM jsonb_array_elements(document::jsonb -> 'relations') AS relation);
ALTER TABLE publications ALTER COLUMN related_ids DROP DEFAULT, ALTER COLUMN related_ids DROP NOT NULL;
CREATE INDEX publications_related ON publications USING gin (related_ids);
