import type { PublicDocument } from "../editions/schema.ts";
import type { SuggestionField, SuggestionOutcome } from "./schema.ts";

export const suggestionFieldNames: Record<SuggestionField, string> = {
  shortWording: "Wording",
  finding: "Finding",
  contradiction: "Point of contradiction",
  reasoning: "Reasoning",
  known: "Known",
  notKnown: "Not known",
  howChecked: "How it was checked",
  search: "Where we looked",
};

export const suggestionOutcomeNames: Record<SuggestionOutcome, string> = {
  taken_over: "Taken over",
  left: "Left as it was",
  withdrawn: "Withdrawn",
  lapsed: "Approved without it",
};

interface Texts {
  claim: Pick<PublicDocument["claim"], "wording">;
  verdict: Pick<PublicDocument["verdict"], Exclude<SuggestionField, "shortWording">>;
}

/** One text of an edition, or of a draft that would become one; the items of a list one a line. */
export function textOf({ claim, verdict }: Texts, field: SuggestionField): string {
  if (field === "shortWording") return claim.wording;
  const words = verdict[field];
  return typeof words === "string" ? words : words.join("\n");
}
