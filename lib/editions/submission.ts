import type { Recorder, Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import type { LockedClaim } from "../claims/locking.ts";
import { contributorsSince } from "./contributors.ts";
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
  const worked = await contributorsSince(tx, { claimId: claim.id, through: after, document });
  const contributors = new Set([actor.id, ...worked]);
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
