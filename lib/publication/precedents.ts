import type { Member } from "../auth/schema.ts";
import type { ClaimKind } from "../claims/schema.ts";
import { db } from "../db.ts";
import { unseal } from "../editions/digest.ts";
import type { PublicRating } from "./schema.ts";

/** A published claim of the same claimant and kind, with the rating that readers see. */
export interface Precedent {
  number: number;
  slug: string;
  wording: string;
  language: string;
  rating: PublicRating;
}

const most = 10;

/** How the desk rated other public claims of this claimant and kind: the newest 10, and how many there are in all. */
export async function listPrecedents(
  _actor: Member,
  claim: { id: string; kind: ClaimKind; claimant: { id: string } | null },
): Promise<{ precedents: Precedent[]; total: number }> {
  if (!claim.claimant) return { precedents: [], total: 0 };
  const where = {
    state: "public" as const,
    claim: { claimantId: claim.claimant.id, kind: claim.kind },
    claimId: { not: claim.id },
  };
  const [rows, total] = await Promise.all([
    db.publication.findMany({
      where,
      orderBy: [{ publishedAt: "desc" }, { claimId: "desc" }],
      take: most,
      select: { slug: true, document: true },
    }),
    db.publication.count({ where }),
  ]);
  const precedents = rows.map(({ slug, document }) => {
    const { claim: shown, verdict } = unseal(document);
    const { number, wording, language } = shown;
    return { number, slug, wording, language, rating: verdict.rating };
  });
  return { precedents, total };
}
