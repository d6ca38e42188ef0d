import type { CommentOutcome, EvidenceGrade } from "./schema.ts";

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

export const commentOutcomeNames: Record<CommentOutcome, string> = {
  waiting: "Waiting for an answer",
  answered: "Answered",
  silence: "Silence",
  not_asked: "Nobody was asked",
};

/** What each outcome of a request for comment says, for the form. */
export const commentOutcomeMeanings: Record<CommentOutcome, string> = {
  waiting: "Asked, and the day for an answer has not passed, or the desk still hopes for one.",
  answered: "They answered; their words stand on the page.",
  silence: "Asked, and nothing came back by the day that was given.",
  not_asked: "Nobody could be asked, or there was a reason not to. Readers see the reason.",
};
