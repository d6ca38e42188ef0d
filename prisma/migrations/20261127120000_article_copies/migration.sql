-- An article's text and the copy that it was taken from belong together; what a later copy changed may not matter.

CREATE TABLE "dismissed_changes" (
    "snapshot_id" UUID NOT NULL,
    "article_version_id" UUID NOT NULL,
    "dismissed_by_id" UUID NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dismissed_changes_pkey" PRIMARY KEY ("snapshot_id", "article_version_id")
);
CREATE INDEX "dismissed_changes_article_version_id_idx" ON "dismissed_changes"("article_version_id");
ALTER TABLE "dismissed_changes" ADD CONSTRAINT "dismissed_changes_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "dismissed_changes" ADD CONSTRAINT "dismissed_changes_article_version_id_fkey" FOREIGN KEY ("article_version_id") REFERENCES "article_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "dismissed_changes" ADD CONSTRAINT "dismissed_changes_dismissed_by_id_fkey" FOREIGN KEY ("dismissed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX article_versions_snapshot_id_idx ON article_versions(snapshot_id);

CREATE FUNCTION check_copy_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.snapshot_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND outcome = 'captured' AND article_id = NEW.article_id) THEN
    RAISE EXCEPTION 'a version is taken from a copy of its own article' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER of_its_own_page BEFORE INSERT ON article_versions FOR EACH ROW EXECUTE FUNCTION check_copy_of_version();

CREATE FUNCTION check_dismissed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM snapshots s JOIN article_versions v ON v.article_id = s.article_id
    WHERE s.id = NEW.snapshot_id AND v.id = NEW.article_version_id AND s.outcome = 'captured') THEN
    RAISE EXCEPTION 'what is dismissed is a change between a version and a copy of its own article' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER of_its_own_page BEFORE INSERT ON dismissed_changes FOR EACH ROW EXECUTE FUNCTION check_dismissed_change();
CREATE TRIGGER permanent BEFORE UPDATE OR DELETE ON dismissed_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON dismissed_changes EXECUTE FUNCTION refuse_change();
