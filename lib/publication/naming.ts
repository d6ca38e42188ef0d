import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { namesSource, publicSourceShape } from "../editions/confidential.ts";
import { unseal } from "../editions/digest.ts";
import { canSeeConfidential } from "../sources/policy.ts";

/** An edition that readers can read, and that names a source for good. */
export interface NamingEdition {
  claim: number;
  wording: string;
  language: string;
  /** Where readers find this very edition. */
  path: string;
  number: number;
}

/** The public editions that name a source, newest first, for a member who may see it; nothing for anybody else. */
export async function listNamingEditions(actor: Member, sourceId: string): Promise<NamingEdition[]> {
  const source = await db.source.findUnique({
    where: { id: sourceId },
    select: { ...publicSourceShape, createdById: true },
  });
  if (!source || !canSeeConfidential(actor, source)) return [];
  // A claim that no longer uses it may have named it: the log knows.
  const claims = await db.$queryRaw<{ id: string }[]>`
    SELECT claim_id AS id FROM evidence WHERE source_id = ${sourceId}::uuid
    UNION SELECT claim_id FROM positions WHERE source_id = ${sourceId}::uuid
    UNION SELECT claim_id FROM audit_events
      WHERE name IN ('evidence.removed', 'position.removed') AND strpos(data, ${sourceId}) > 0`;
  const editions = await db.publishedEdition.findMany({
    where: { claimId: { in: claims.map(({ id }) => id) } },
    orderBy: [{ publishedAt: "desc" }, { editionId: "desc" }],
    select: { number: true, slug: true, document: true },
  });
  return editions.flatMap(({ number, slug, document }) => {
    const sealed = unseal(document);
    const { number: claim, wording, language } = sealed.claim;
    const path = `/claims/${slug}/editions/${number}`;
    return namesSource(sealed, source) ? [{ claim, wording, language, path, number }] : [];
  });
}
