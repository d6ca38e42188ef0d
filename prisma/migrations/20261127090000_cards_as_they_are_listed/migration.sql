-- Whatever a list shows of a claim is one text beside its document, ready to be sent: six columns, one of them jsonb that is
-- written out anew for each row, took more than twice as long as reading a claim's whole document by its key.

CREATE FUNCTION pg_temp.instant(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- What the list of corrections shows, the rating before among it; an edition never changes, so neither does this.
CREATE TEMP TABLE edition_cards ON COMMIT DROP AS
  SELECT e.edition_id, jsonb_build_object('editionId', e.edition_id, 'slug', e.slug, 'number', e.card -> 'number',
    'wording', e.card -> 'wording', 'language', e.card -> 'language', 'editionNumber', e.number, 'class', e.correction_class,
    'reason', e.correction_reason, 'publishedAt', pg_temp.instant(e.published_at), 'before', p.card -> 'rating',
    'after', CASE WHEN e.kind = 'publication' THEN e.card -> 'rating' END) AS card
  FROM published_editions e LEFT JOIN published_editions p ON p.claim_id = e.claim_id AND p.number = e.number - 1;
ALTER TABLE published_editions DISABLE TRIGGER permanent;
UPDATE published_editions e SET card = c.card FROM edition_cards c WHERE c.edition_id = e.edition_id;
ALTER TABLE published_editions ENABLE TRIGGER permanent;
ALTER TABLE published_editions ALTER COLUMN card TYPE TEXT USING card::text, ALTER COLUMN card SET STORAGE MAIN;

-- STORAGE MAIN: in the row itself and not packed, where a wide row would otherwise put it elsewhere and a list fetch it from there.
ALTER TABLE publications ALTER COLUMN card TYPE TEXT USING (card || jsonb_build_object('claimId', claim_id, 'slug', slug,
    'number', number, 'editionNumber', edition_number, 'state', state, 'publishedAt', pg_temp.instant(published_at)))::text,
  ALTER COLUMN card SET STORAGE MAIN;

-- A list cannot say another thing than the row.
ALTER TABLE publications ADD CONSTRAINT publications_card_is_of_its_row CHECK (card::jsonb @> jsonb_build_object(
  'claimId', claim_id, 'slug', slug, 'number', number, 'editionNumber', edition_number, 'state', state,
  'publishedAt', to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
ALTER TABLE published_editions ADD CONSTRAINT published_editions_card_is_of_its_row CHECK (card::jsonb @> jsonb_build_object(
  'editionId', edition_id, 'slug', slug, 'editionNumber', number, 'class', correction_class, 'reason', correction_reason,
  'publishedAt', to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
