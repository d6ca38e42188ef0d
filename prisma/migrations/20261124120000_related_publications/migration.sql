-- Whose pages change when a claim becomes public, changes or is retracted, and which articles a publication cites: read from
-- what was published, since a draft may have gone on from there.
ALTER TABLE publications ADD COLUMN related_ids UUID[] NOT NULL DEFAULT '{}', ADD COLUMN article_ids UUID[] NOT NULL DEFAULT '{}';
UPDATE publications SET
  related_ids = ARRAY(SELECT DISTINCT (relation ->> 'claimId')::uuid FROM jsonb_array_elements(document::jsonb -> 'relations') AS relation),
  article_ids = ARRAY(SELECT DISTINCT (passage -> 'article' ->> 'id')::uuid FROM jsonb_array_elements(document::jsonb -> 'passages') AS passage);
ALTER TABLE publications
  ALTER COLUMN related_ids DROP DEFAULT, ALTER COLUMN related_ids DROP NOT NULL,
  ALTER COLUMN article_ids DROP DEFAULT, ALTER COLUMN article_ids DROP NOT NULL;
CREATE INDEX publications_related ON publications USING gin (related_ids);
CREATE INDEX publications_articles ON publications USING gin (article_ids);
