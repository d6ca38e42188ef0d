import type { Tx } from "../audit/audited.ts";
import type { PublicDocument } from "./schema.ts";

/** A claim, the place in the log up to which readers have seen it (0: never), and what they would see of it now. */
interface Submitted {
  claimId: string;
  through: bigint;
  document: PublicDocument;
}

/**
 * The ids of everybody who changed what readers would see since the last publication: who worked on the claim, who changed
 * what several claims share, and who added what no reader has seen yet. The database checks the log's part of the claim again.
 */
export async function contributorsSince(tx: Tx, submitted: Submitted): Promise<string[]> {
  const groups = [
    await onClaim(tx, submitted),
    await onShared(tx, submitted),
    await onEvent(tx, submitted),
    await ofUnseen(tx, submitted),
    await ofDescriptions(tx, submitted),
  ];
  return [...new Set(groups.flatMap((rows) => rows.map(({ id }) => id)))];
}

type Found = Promise<{ id: string }[]>;

const onClaim = (tx: Tx, { claimId, through }: Submitted): Found => tx.$queryRaw`
  SELECT DISTINCT actor_id AS id FROM audit_events
    WHERE claim_id = ${claimId}::uuid AND contributes AND seq > ${through} AND actor_id IS NOT NULL`;

/**
 * Whoever changed the particulars of an article that it cites or of a party that it names, or what readers are told of a
 * source. That counts from when this claim was logged: before, nobody worked on it.
 */
function onShared(tx: Tx, { claimId, through, document }: Submitted): Found {
  const articleIds = document.passages.map(({ article }) => article.id);
  return tx.$queryRaw`
    WITH since AS (
      SELECT greatest(${through}, min(seq)) AS seq FROM audit_events WHERE claim_id = ${claimId}::uuid),
    speakers AS (
      SELECT claimant_id AS party_id FROM claims WHERE id = ${claimId}::uuid AND claimant_id IS NOT NULL
      UNION SELECT party_id FROM positions WHERE claim_id = ${claimId}::uuid
      UNION SELECT party_id FROM requests_for_comment WHERE claim_id = ${claimId}::uuid
      UNION SELECT r.party_id FROM position_relays r JOIN positions p ON p.id = r.position_id
        WHERE p.claim_id = ${claimId}::uuid),
    named AS (
      SELECT party_id FROM speakers
      UNION SELECT speaks_for_id FROM parties WHERE id IN (SELECT party_id FROM speakers) AND speaks_for_id IS NOT NULL),
    cited AS (
      SELECT source_id FROM evidence WHERE claim_id = ${claimId}::uuid
      UNION SELECT source_id FROM positions WHERE claim_id = ${claimId}::uuid AND source_id IS NOT NULL)
    SELECT actor_id AS id FROM audit_events
      WHERE name = 'article.details-changed' AND data::jsonb ->> 'articleId' = ANY (${articleIds})
        AND seq > (SELECT seq FROM since) AND actor_id IS NOT NULL
    UNION SELECT actor_id FROM audit_events
      WHERE name = 'party.revised' AND data::jsonb ->> 'partyId' IN (SELECT party_id::text FROM named)
        AND seq > (SELECT seq FROM since) AND actor_id IS NOT NULL
    UNION SELECT actor_id FROM audit_events
      WHERE name IN ('source.visibility-set', 'source.graphic-set', 'source.group-set')
        AND data::jsonb ->> 'sourceId' IN (SELECT source_id::text FROM cited)
        AND seq > (SELECT seq FROM since) AND actor_id IS NOT NULL`;
}

/**
 * Whoever added the claim's event where no reader has seen it yet, and whoever set it right or said who is involved in it:
 * since this claim was logged, or, where no reader has seen it yet, ever.
 */
const onEvent = (tx: Tx, { claimId, through }: Submitted): Found => tx.$queryRaw`
  WITH event AS (
    SELECT e.id, e.created_by_id, EXISTS (
      SELECT 1 FROM claims c JOIN publications p ON p.claim_id = c.id
      WHERE c.event_id = e.id AND strpos(p.document, e.id::text) > 0) AS seen
    FROM events e JOIN claims own ON own.event_id = e.id WHERE own.id = ${claimId}::uuid)
  SELECT created_by_id AS id FROM event WHERE NOT seen
  UNION SELECT actor_id FROM audit_events, event
    WHERE name IN ('event.revised', 'event.party-involved', 'event.party-removed') AND data::jsonb ->> 'eventId' = event.id::text
      AND (NOT seen OR seq > greatest(${through}, (SELECT min(seq) FROM audit_events WHERE claim_id = ${claimId}::uuid)))
      AND actor_id IS NOT NULL`;

/**
 * Whoever added a source that it cites, or said what one of its figures counts, where no reader has seen that yet. A source
 * counts as seen once an edition of a claim that it was attached to is published.
 */
const ofUnseen = (tx: Tx, { claimId, through }: Submitted): Found => tx.$queryRaw`
  WITH cited AS (
    SELECT source_id AS id FROM evidence WHERE claim_id = ${claimId}::uuid
    UNION SELECT source_id FROM positions WHERE claim_id = ${claimId}::uuid AND source_id IS NOT NULL),
  measured AS (
    SELECT f.measure_id AS id FROM figures f JOIN positions p ON p.id = f.position_id WHERE p.claim_id = ${claimId}::uuid
    UNION SELECT f.measure_id FROM figures f JOIN evidence e ON e.id = f.evidence_id WHERE e.claim_id = ${claimId}::uuid)
  SELECT s.created_by_id AS id FROM sources s JOIN cited USING (id)
    WHERE NOT EXISTS (
      SELECT 1 FROM evidence u JOIN editions e ON e.claim_id = u.claim_id AND e.state = 'published'
      WHERE u.source_id = s.id AND e.submitted_at > u.created_at)
    AND NOT EXISTS (
      SELECT 1 FROM positions u JOIN editions e ON e.claim_id = u.claim_id AND e.state = 'published'
      WHERE u.source_id = s.id AND e.submitted_at > u.created_at)
    AND NOT EXISTS (
      SELECT 1 FROM audit_events WHERE claim_id = ${claimId}::uuid AND seq <= ${through}
      AND name IN ('evidence.attached', 'position.recorded')
      AND s.id::text IN (data::jsonb -> 'evidence' ->> 'sourceId', data::jsonb -> 'position' ->> 'sourceId'))
  UNION SELECT m.created_by_id FROM measures m JOIN measured USING (id)
    WHERE NOT EXISTS (
      SELECT 1 FROM public_facets WHERE facet = 'measure' AND value = right(replace(m.id::text, '-', ''), 16))`;

/**
 * Whoever wrote the description of a party that it names, as far as no reader has seen it: since the one that was published
 * last, or from the beginning. An unnamed source has no page of its own; readers know its description from a claim of its.
 */
const ofDescriptions = (tx: Tx, { claimId }: Submitted): Found => tx.$queryRaw`
  WITH speakers AS (
    SELECT claimant_id AS id FROM claims WHERE id = ${claimId}::uuid
    UNION SELECT party_id FROM positions WHERE claim_id = ${claimId}::uuid
    UNION SELECT party_id FROM requests_for_comment WHERE claim_id = ${claimId}::uuid),
  described AS (
    SELECT p.id, p.kind, p.created_by_id, p.description AS words, (
      SELECT coalesce(f.about ->> 'description', '') FROM public_facets f
      WHERE f.facet IN ('party', 'disputes', 'quoted') AND f.value = right(replace(p.id::text, '-', ''), 16)
      ORDER BY f.named_at DESC LIMIT 1) AS published
    FROM parties p JOIN speakers USING (id) WHERE p.description <> ''),
  unseen AS (
    SELECT * FROM described d WHERE published IS DISTINCT FROM words AND NOT (kind = 'unnamed' AND EXISTS (
      SELECT 1 FROM claims c JOIN publications p ON p.claim_id = c.id
      WHERE (c.id = ${claimId}::uuid OR c.claimant_id = d.id) AND strpos(p.document, d.id::text) > 0
        AND strpos(p.document, to_json(d.words)::text) > 0))),
  revisions AS (
    SELECT u.id, seq, actor_id, data::jsonb #>> '{change,before,description}' AS before,
      data::jsonb #>> '{change,after,description}' AS after
    FROM unseen u JOIN audit_events ON name = 'party.revised' AND data::jsonb ->> 'partyId' = u.id::text)
  SELECT created_by_id AS id FROM unseen u
    WHERE published IS NULL
      AND coalesce((SELECT before FROM revisions r WHERE r.id = u.id ORDER BY seq LIMIT 1), words) <> ''
  UNION SELECT r.actor_id FROM revisions r JOIN unseen u USING (id)
    WHERE r.before IS DISTINCT FROM r.after AND r.actor_id IS NOT NULL
      AND r.seq > coalesce((SELECT max(seq) FROM revisions p WHERE p.id = u.id AND p.after = u.published), 0)`;
