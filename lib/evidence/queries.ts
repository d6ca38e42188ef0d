import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { sourceSelect, toSourceView, type SourceView } from "../sources/queries.ts";
import type { EvidenceKind, EvidenceShows, EvidenceStance } from "./schema.ts";

export interface EvidenceView {
  id: string;
  stance: EvidenceStance;
  shows: EvidenceShows;
  kind: EvidenceKind;
  quote: string | null;
  translation: string | null;
  translator: string | null;
  observation: string | null;
  language: string;
  locator: string | null;
  independenceGroup: string | null;
  involved: boolean;
  conclusive: boolean;
  source: SourceView;
}

/** All evidence of a claim, oldest first. */
export async function listEvidence(_actor: Member, claimId: string): Promise<EvidenceView[]> {
  const rows = await db.evidence.findMany({
    where: { claimId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      stance: true,
      shows: true,
      kind: true,
      quote: true,
      translation: true,
      translator: true,
      observation: true,
      language: true,
      locator: true,
      independenceGroup: true,
      involved: true,
      conclusive: true,
      source: { select: sourceSelect },
    },
  });
  return rows.map((row) => ({ ...row, source: toSourceView(row.source) }));
}
