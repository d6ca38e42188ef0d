import type { EvidenceKind, EvidenceShows, EvidenceStance } from "./schema.ts";

export const evidenceKindNames: Record<EvidenceKind, string> = {
  quote: "Quote",
  observation: "Observation",
  search: "Search",
};

/** What each kind is, for the form. */
export const evidenceKindMeanings: Record<EvidenceKind, string> = {
  quote: "The source's own words.",
  observation: "What the source shows without words: “the image shows …”.",
  search: "What was looked for, where, and what was found, even if that was nothing.",
};

export const evidenceStanceNames: Record<EvidenceStance, string> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
};

/** What each stance says, for the form. */
export const evidenceStanceMeanings: Record<EvidenceStance, string> = {
  supports: "It speaks for the claim.",
  refutes: "It speaks against the claim.",
  context: "It helps to understand the claim, and speaks neither for nor against it.",
};

export const evidenceShowsNames: Record<EvidenceShows, string> = {
  said: "That it was said",
  so: "That it is so",
};

/** What the difference is, for the form. */
export const evidenceShowsMeanings: Record<EvidenceShows, string> = {
  said: "Somebody said or reported it. This never counts for a rating or an evidence grade.",
  so: "A record, count, image or observation of the thing itself. Only this counts for a rating or an evidence grade.",
};

interface Bearing {
  shows: EvidenceShows;
  stance: EvidenceStance;
}

/**
 * The evidence that shows *so* and bears out a rating of this value (5 true to 1 false; null or 3: neither): what speaks for a
 * claim that is rated more true than not, against one that is more false, and on either side otherwise. Context bears nothing out.
 */
export const bearingOut = <Piece extends Bearing>(
  evidence: readonly Piece[],
  value: number | null,
): Piece[] =>
  evidence.filter(
    ({ shows, stance }) =>
      shows === "so" &&
      ((stance === "supports" && (value ?? 3) >= 3) || (stance === "refutes" && (value ?? 3) <= 3)),
  );

interface Grouped extends Bearing {
  independenceGroup: string | null;
  involved: boolean;
}

/**
 * How many independent groups the evidence on either side that shows *so* comes from, and in how many of them some piece is of
 * a source that is not involved. Evidence without a group counts as no group: nobody has said that it is independent.
 */
export function countGroups(evidence: readonly Grouped[]): { groups: number; uninvolved: number } {
  const so = bearingOut(evidence, null).filter(({ independenceGroup }) => independenceGroup !== null);
  const groupsOf = (pieces: readonly Grouped[]) =>
    new Set(pieces.map((piece) => piece.independenceGroup)).size;
  return { groups: groupsOf(so), uninvolved: groupsOf(so.filter(({ involved }) => !involved)) };
}

/** "2 independent groups, 1 not involved", for the desk. */
export function groupsSentence(evidence: readonly Grouped[]): string {
  const { groups, uninvolved } = countGroups(evidence);
  return `${groups} independent ${groups === 1 ? "group" : "groups"}, ${uninvolved} not involved`;
}

/** A party that the claim's event names as involved in the conflict, or one that speaks for such a party. */
export interface InvolvedParty {
  name: string;
  /** Why it counts as involved. */
  because: string;
}

/** Why the publisher of a source is involved; null for one of whom nobody has said so. Names are alike whatever their case. */
export function involvementOf(publisher: string, involved: readonly InvolvedParty[]): string | null {
  const name = publisher.trim().toLowerCase();
  return involved.find((party) => party.name.toLowerCase() === name)?.because ?? null;
}

/** The id of a piece of evidence's element on its claim's page at the desk. */
export const evidenceAnchor = (id: string): string => `evidence-${id}`;
