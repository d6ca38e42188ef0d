import type { EvidenceGrade } from "./schema.ts";

export const gradeNames: Record<EvidenceGrade, string> = {
  confirmed: "Confirmed",
  corroborated: "Corroborated",
  single_source: "Single source",
  conflicting: "Conflicting",
  none: "None",
};

/** What each evidence grade says about the support for the desk's own conclusion; apart from the rating. */
export const gradeDefinitions: Record<EvidenceGrade, string> = {
  confirmed: "The side concerned concedes it, or a record settles it by itself.",
  corroborated:
    "At least two independent groups of sources bear it out, and one of them is not involved in the conflict.",
  single_source: "It rests on one source, or on several that go back to one.",
  conflicting: "Credible evidence points in different directions.",
  none: "No evidence that would show whether it is so; there are only statements.",
};
