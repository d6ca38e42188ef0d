import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { sourceSelect, toSourceView, type SourceView } from "../sources/queries.ts";
import type { InvolvedParty } from "./rules.ts";
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
  /** Its own, else that of its source. */
  independenceGroup: string | null;
  involved: boolean;
  conclusive: boolean;
  /** The copy that the quote was taken from. */
  snapshotId: string | null;
  source: SourceView;
}

/** All evidence of a claim, oldest first. */
export async function listEvidence(actor: Member, claimId: string): Promise<EvidenceView[]> {
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
      snapshotId: true,
      source: { select: sourceSelect },
    },
  });
  return rows.map((row) => {
    const source = toSourceView(actor, row.source);
    return {
      ...row,
      source,
      locator: source.sealed ? null : row.locator,
      snapshotId: source.sealed ? null : row.snapshotId,
      independenceGroup: row.independenceGroup ?? source.independenceGroup,
    };
  });
}

/** Who is involved in the conflict that the claim's event belongs to: named there, or speaking for somebody who is. */
export async function listInvolvedParties(_actor: Member, claimId: string): Promise<InvolvedParty[]> {
  const rows = await db.eventParty.findMany({
    where: { involved: true, event: { claims: { some: { id: claimId } } } },
    select: {
      note: true,
      event: { select: { name: true } },
      party: { select: { name: true, spokenForBy: { select: { name: true } } } },
    },
  });
  return rows.flatMap(({ party, event, note }) => {
    const because = `${party.name} is involved in “${event.name}”${note ? `: ${note}` : ""}`;
    const speakers = party.spokenForBy.map(({ name }) => ({
      name,
      because: `${name} speaks for ${party.name}, and ${because}`,
    }));
    return [{ name: party.name, because }, ...speakers];
  });
}
