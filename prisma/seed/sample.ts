import type { Member } from "#lib/auth/schema";
import type { ClaimKind, ShelvedReason } from "#lib/claims/schema";
import type { PositionStance, RelationKind } from "#lib/disputes/schema";
import type { CorrectionClass } from "#lib/editions/schema";
import type { PlacePrecision } from "#lib/events/schema";
import type { EvidenceKind, EvidenceShows, EvidenceStance } from "#lib/evidence/schema";
import type { FigureQualifier, MeasureParts } from "#lib/figures/schema";
import type { PartyKind } from "#lib/parties/schema";
import type { SourceKind } from "#lib/sources/schema";
import type { EvidenceGrade } from "#lib/verdicts/schema";
import type { WithholdingGround } from "#lib/withholdings/schema";

// The words of the sample, apart from the commands that load them.

/** The three people who load it. */
export interface Desk {
  checker: Member;
  editor: Member;
  admin: Member;
}

export interface SampleParty {
  name: string;
  kind: PartyKind;
  description?: string;
}

/** A figure without a qualifier is a quantity in words. */
export interface SampleFigure {
  words: string;
  qualifier?: FigureQualifier;
  number?: number;
  upTo?: number;
  asOf?: string;
  measure: Pick<MeasureParts, "unit" | "what"> & Partial<MeasureParts>;
}

interface Words {
  quote?: string;
  language?: string;
  translation?: string;
  translator?: string;
  /** The key of a source of the investigation. */
  by: string;
  locator?: string;
  figures?: SampleFigure[];
}

export interface SampleEvidence extends Words {
  kind?: EvidenceKind;
  stance: EvidenceStance;
  shows: EvidenceShows;
  /** What we saw, or looked for. */
  observation?: string;
  independenceGroup?: string;
  involved?: boolean;
  conclusive?: boolean;
}

export interface SamplePosition extends Words {
  quote: string;
  party: SampleParty;
  stance: PositionStance;
  hedged?: boolean;
  saidOn?: string;
  saidWords?: string;
  primary?: boolean;
  relays?: SampleParty[];
}

export interface SampleRequest {
  party: SampleParty;
  channel?: string;
  askedOn?: string;
  dueOn?: string;
  /** Nothing: still waiting. */
  answered?: { on: string; words: string };
  silent?: true;
  /** Why nobody was asked. */
  notAsked?: string;
}

export interface SampleVerdict {
  rating: string;
  grade: EvidenceGrade;
  finding: string;
  reasoning: string;
  shortWording?: string;
  contradiction?: string;
  search?: string;
  known?: string;
  notKnown?: string;
  howChecked?: string;
  asOf?: string;
  lookAgainOn?: string;
  leastSure?: string;
}

/** A later edition: what it adds or changes, and its notice. */
export interface SampleRevision {
  class: Exclude<CorrectionClass, "retraction">;
  reason: string;
  verdict?: Partial<SampleVerdict>;
  evidence?: SampleEvidence[];
  positions?: SamplePosition[];
}

export interface SampleClaim {
  key: string;
  wording: string;
  kind: ClaimKind;
  /** null: the article asserts it without saying where it comes from. */
  claimant: SampleParty | null;
  /** The words of the article, which stand there once. */
  exact: string;
  saidOn?: string;
  saidWords?: string;
  topics?: string[];
  /** The key of an event of the investigation. */
  event?: string;
  /** How far the sample takes it. */
  until:
    | "logged"
    | "checking"
    | "in review"
    | "sent back"
    | "approved"
    | "published"
    | "revising"
    | "retracted"
    | "shelved";
  shelved?: { reason: Exclude<ShelvedReason, "duplicate">; note: string };
  evidence?: SampleEvidence[];
  positions?: SamplePosition[];
  relations?: { to: string; kind: RelationKind; reason: string }[];
  requests?: SampleRequest[];
  verdict?: SampleVerdict;
  revisions?: SampleRevision[];
  /** An earlier edition that the editor takes from readers and the admin confirms. */
  withheld?: { edition: number; ground: WithholdingGround; reason: string };
  /** What the editor writes when a claim is sent back, or the reader reads when it is retracted. */
  reason?: string;
}

export interface SampleSource {
  title: string;
  kind?: SourceKind;
  description?: string;
  publisher?: SampleParty;
  publishedOn?: string;
  language?: string;
  /** Added as a file; quotes of the source that stand in it are taken from it. */
  file?: { name: string; text: string };
  visibility?: "described";
  /** What the admin vouches for: the source is hidden. */
  attestation?: string;
  graphic?: true;
}

export interface SampleEvent {
  name: string;
  happenedOn?: string;
  happenedWords?: string;
  place?: string;
  placePrecision?: PlacePrecision;
  description?: string;
  involved?: { party: SampleParty; involved: boolean; note?: string }[];
}

export interface Investigation {
  article: {
    title: string;
    outlet?: string;
    author?: string;
    publishedOn?: string;
    text: string;
  };
  /** What the article says later: its second version, added when everything is checked. */
  laterText?: string;
  events: Record<string, SampleEvent>;
  /** Who speaks for whom; both are claimants, or named at an event. */
  speaksFor: [speaker: SampleParty, whose: SampleParty][];
  sources: Record<string, SampleSource>;
  claims: SampleClaim[];
  /** Words of sentences that are opinion, and so no claims. */
  opinions: string[];
}
