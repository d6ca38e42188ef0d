import type { EvidenceShows, EvidenceStance } from "./schema.ts";

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
