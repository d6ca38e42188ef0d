-- The desk's first rating scale, and its public copy.

INSERT INTO rating_scales (id, version) VALUES ('01900000-0000-7000-8000-000000000001', 1);

INSERT INTO ratings (id, scale_id, code, name, value, hue, glyph, unresolved, position, definition)
SELECT ('01900000-0000-7000-8000-0000000001' || lpad(position::text, 2, '0'))::uuid, '01900000-0000-7000-8000-000000000001',
       code, name, value, hue, glyph, unresolved, position, definition
FROM (VALUES
  (1, 'true', 'True', 5, 'true', 'check', false, 'The evidence shows that the claim is right in everything that matters.'),
  (2, 'mostly_true', 'Mostly true', 4, 'mostly-true', 'tilde-check', false, 'The claim is right at its core; a detail is imprecise, and the precise detail would not change what a reader concludes.'),
  (3, 'mixed', 'Mixed', 3, 'mixed', 'half', false, 'Part of the claim is right and part is wrong, and both parts matter.'),
  (4, 'mostly_false', 'Mostly false', 2, 'misleading', 'tilde-cross', false, 'The claim is wrong at its core, although something in it is right.'),
  (5, 'false', 'False', 1, 'false', 'cross', false, 'The evidence shows that the claim is wrong.'),
  (6, 'misleading', 'Misleading', NULL::integer, 'misleading', 'bend', false, 'What is said may be right, but it is put so that readers conclude something that the evidence does not bear out.'),
  (7, 'missing_context', 'Missing context', NULL, 'mixed', 'bracket', false, 'What is said is right, but leaves out something without which it cannot be judged.'),
  (8, 'outdated', 'Outdated', NULL, 'none', 'clock', false, 'The claim was right once; what it describes has changed since.'),
  (9, 'contested', 'Contested', NULL, 'contested', 'arrows', true, 'Statements or evidence point in different directions, and we name what exactly they contradict each other on.'),
  (10, 'unverified', 'Unverified', NULL, 'none', 'open-circle', true, 'We looked and found nothing that would let us say whether the claim is right or wrong. We say where we looked.')
) AS scale (position, code, name, value, hue, glyph, unresolved, definition);

INSERT INTO public_settings (id, desk_name, sample, scale_version, scale)
SELECT 1, 'Assay', false, 1, jsonb_agg(jsonb_build_object('code', code, 'name', name, 'definition', definition,
  'value', value, 'hue', hue, 'glyph', glyph) ORDER BY position) FROM ratings;
