import type { PositionStance, RelationKind } from "#lib/disputes/schema";
import type { ClaimKind } from "#lib/claims/schema";
import type { EvidenceShows, EvidenceStance } from "#lib/evidence/schema";
import type { PartyKind } from "#lib/parties/schema";
import type { EvidenceGrade } from "#lib/verdicts/schema";

interface Party {
  name: string;
  kind: PartyKind;
}

export interface SampleClaim {
  key: string;
  wording: string;
  kind: ClaimKind;
  /** null: the article asserts it without saying where it comes from. */
  claimant: Party | null;
  /** The words of the article, which stand there once. */
  exact: string;
  /** How far the sample takes it. */
  until: "logged" | "checking" | "in review" | "sent back" | "published" | "shelved";
  evidence?: {
    by: Statement;
    stance: EvidenceStance;
    shows: EvidenceShows;
    quote: string;
    involved: boolean;
  }[];
  positions?: {
    party: Party;
    stance: PositionStance;
    hedged?: boolean;
    quote: string;
    by: Statement;
  }[];
  relations?: { to: string; kind: RelationKind; reason: string }[];
  verdict?: {
    rating: string;
    grade: EvidenceGrade;
    finding: string;
    reasoning: string;
    contradiction?: string;
    search?: string;
    leastSure?: string;
  };
}

export type Statement = keyof typeof statements;

export const lavrov: Party = { name: "Sergei Lavrov, Russian foreign minister", kind: "person" };
export const usOfficials: Party = { name: "US officials", kind: "government" };
export const ministry: Party = { name: "Russian defence ministry", kind: "government" };
export const opposition: Party = { name: "the head of Syria's main opposition group", kind: "unnamed" };
export const peskov: Party = { name: "Dmitry Peskov, spokesman of the Russian president", kind: "person" };
export const rossiya: Party = { name: "Rossiya, Russian state television", kind: "outlet" };

/** The only sources of the sample: statements, as the article reports them. */
export const statements = {
  lavrov: "Remarks of the Russian foreign minister in New York, as reported in the article",
  usOfficials: "Remarks of US officials, as reported in the article",
  ministry: "Statement of the Russian defence ministry, as reported in the article",
  opposition: "Statement of the head of Syria's main opposition group, as reported in the article",
  peskov: "Remarks of the Russian president's spokesman, as reported in the article",
  rossiya: "Report of the Rossiya state television channel, as reported in the article",
} as const;

export const searched =
  "The statements that the article reports, and nothing else: this is sample data. They name no document, list or witness that could be looked at.";
