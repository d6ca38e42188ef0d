import type { Recorder, Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import type { LockedClaim } from "../claims/locking.ts";
import { seal, unseal } from "./digest.ts";
import type { PublicDocument } from "./schema.ts";

/** The last edition of the claim that readers saw; null for a claim that was never public. */
export async function lastPublished(
  tx: Tx,
  claimId: string,
): Promise<{ number: number; document: PublicDocument; auditThrough: bigint } | null> {
  const edition = await tx.edition.findFirst({
    where: { claimId, state: "published" },
    orderBy: { number: "desc" },
    select: { number: true, document: true, auditThrough: true },
  });
  return edition && { ...edition, document: unseal(edition.document) };
}

/**
 * Everybody who changed what readers would see since the last publication: by the audit log, whoever changed the
 * particulars of an article that it cites, of a party that it names or of its event, what readers are told of a source, and
 * whoever added a source that readers have not seen before. What claims share counts from when this one was logged: before, nobody worked on it. The
 * database checks the log's part again.
 */
async function contributorsSince(
  tx: Tx,
  claimId: string,
  through: bigint,
  document: PublicDocument,
): Promise<string[]> {
  const articleIds = document.passages.map(({ article }) => article.id);
  const rows = await tx.$queryRaw<{ id: string }[]>`
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
    SELECT DISTINCT actor_id AS id FROM audit_events
      WHERE claim_id = ${claimId}::uuid AND contributes AND seq > ${through} AND actor_id IS NOT NULL
    UNION
    SELECT actor_id FROM audit_events
      WHERE name = 'article.details-changed' AND data::jsonb ->> 'articleId' = ANY (${articleIds})
        AND seq > (SELECT seq FROM since) AND actor_id IS NOT NULL
    UNION
    SELECT actor_id FROM audit_events
      WHERE name = 'party.revised' AND data::jsonb ->> 'partyId' IN (SELECT party_id::text FROM named)
        AND seq > (SELECT seq FROM since) AND actor_id IS NOT NULL
    UNION
    SELECT actor_id FROM audit_events
      WHERE name IN ('event.revised', 'event.party-involved', 'event.party-removed')
        AND data::jsonb ->> 'eventId' = (SELECT event_id::text FROM claims WHERE id = ${claimId}::uuid)
        AND seq > (SELECT seq FROM since) AND actor_id IS NOT NULL
    UNION
    SELECT actor_id FROM audit_events
      WHERE name IN ('source.visibility-set', 'source.graphic-set', 'source.group-set')
        AND data::jsonb ->> 'sourceId' IN (SELECT source_id::text FROM cited)
        AND seq > (SELECT seq FROM since) AND actor_id IS NOT NULL
    UNION
    SELECT s.created_by_id FROM sources s
      WHERE s.id IN (SELECT source_id FROM cited)
      AND s.created_at > coalesce((SELECT max(at) FROM audit_events WHERE seq = ${through}), '-infinity')`;
  return rows.map((row) => row.id);
}

/** Freezes the document as the claim's open edition and records it; the claim must be locked and its stage checked. */
export async function freeze(
  tx: Tx,
  record: Recorder,
  actor: Member,
  claim: LockedClaim,
  edition: {
    document: PublicDocument;
    number: number;
    after: bigint;
    note: string;
    waivers: { item: string; reason: string }[];
    kind: "publication" | "retraction";
  },
): Promise<{ editionId: string; number: number; digest: string }> {
  const { document, number, after, note, waivers, kind } = edition;
  const { text, digest } = seal(document);
  const contributors = new Set([actor.id, ...(await contributorsSince(tx, claim.id, after, document))]);
  const last = await tx.auditEvent.aggregate({ where: { claimId: claim.id }, _max: { seq: true } });
  const { id: editionId } = await tx.edition.create({
    data: {
      claimId: claim.id,
      number,
      kind,
      document: text,
      digest,
      contributors: [...contributors],
      correctionClass: document.correction?.class ?? null,
      correctionReason: document.correction?.reason ?? null,
      note,
      waivers,
      auditThrough: last._max.seq ?? 0n,
      submittedById: actor.id,
    },
    select: { id: true },
  });
  record({ name: "edition.submitted", claimId: claim.id, editionId, number, digest });
  return { editionId, number, digest };
}
