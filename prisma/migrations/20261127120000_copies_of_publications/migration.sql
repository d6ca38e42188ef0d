-- The copies of sources that a publication leads to: their pages name the fact-checks that rest on them.

ALTER TABLE publications ADD COLUMN copy_ids UUID[] NOT NULL DEFAULT '{}';
ALTER TABLE publications ALTER COLUMN copy_ids DROP DEFAULT, ALTER COLUMN copy_ids DROP NOT NULL;
CREATE INDEX publications_copies ON publications USING gin (copy_ids);
