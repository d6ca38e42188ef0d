-- A long article is unpacked whole whenever a piece of it is read. Read once a row, 2,000 passages of 500 kB came near the
-- time of a statement; read a block at a time for all rows of a statement, they take less than a second.

CREATE FUNCTION check_words_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH words AS MATERIALIZED (
      SELECT article_version_id, start, "end", exact, start / 5000 AS block FROM added WHERE exact IS NOT NULL),
    reach AS (
      SELECT article_version_id, block, max("end" - start) AS longest FROM words GROUP BY article_version_id, block),
    blocks AS MATERIALIZED (
      SELECT v.id AS article_version_id, r.block, substr(v.text, r.block * 5000 + 1, 5000 + r.longest) AS text
        FROM reach r JOIN article_versions v ON v.id = r.article_version_id)
    SELECT 1 FROM words w LEFT JOIN blocks b USING (article_version_id, block)
      WHERE substr(b.text, w.start % 5000 + 1, w."end" - w.start) IS DISTINCT FROM w.exact
  ) THEN
    RAISE EXCEPTION 'these words do not stand at that place of the article version' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER passage_stands_there ON passages;
DROP FUNCTION check_passage();
CREATE TRIGGER words_stand_there AFTER INSERT ON passages
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_words_stand();
CREATE TRIGGER words_stand_there AFTER INSERT ON passage_refound
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_words_stand();

-- What a row says by itself, without the text; a row never changes but for who took note of it.
CREATE OR REPLACE FUNCTION check_refound() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE words text; own_article uuid; own_number integer;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(NEW) - 'seen_by_id' - 'seen_at') IS DISTINCT FROM (to_jsonb(OLD) - 'seen_by_id' - 'seen_at') THEN
      RAISE EXCEPTION 'where a passage was found again never changes' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END IF;
  SELECT p.exact, v.article_id, v.number INTO words, own_article, own_number
    FROM passages p JOIN article_versions v ON v.id = p.article_version_id WHERE p.id = NEW.passage_id;
  IF NOT EXISTS (
    SELECT 1 FROM article_versions
      WHERE id = NEW.article_version_id AND article_id = own_article AND number > own_number
  ) THEN
    RAISE EXCEPTION 'a passage is found again in a later version of its own article' USING ERRCODE = '23514';
  END IF;
  -- However similar the rest: a figure that changed is never called the same passage.
  IF NEW.outcome IN ('exact', 'moved')
    AND regexp_replace(NEW.exact, '[^0-9]+', ' ', 'g') IS DISTINCT FROM regexp_replace(words, '[^0-9]+', ' ', 'g') THEN
    RAISE EXCEPTION 'a passage whose numbers changed is altered' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
