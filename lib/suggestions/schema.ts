import { z } from "zod";
import { optionalText, text } from "../text.ts";
import { proposeVerdictInput } from "../verdicts/schema.ts";

/** The texts of a draft verdict for which a reviewer can suggest other words, in the order of the page. */
export const suggestionFields = [
  "shortWording",
  "finding",
  "contradiction",
  "reasoning",
  "known",
  "notKnown",
  "howChecked",
  "search",
] as const;
export type SuggestionField = (typeof suggestionFields)[number];

export type SuggestionOutcome = "taken_over" | "left" | "withdrawn" | "lapsed";

/** What is suggested is refused where the draft itself would refuse it. The items of a list stand one a line. */
export const suggestInput = z
  .object({
    editionId: z.uuid(),
    field: z.enum(suggestionFields, "Choose the text."),
    words: text("What you suggest", 20_000),
    reason: optionalText("The reason", 2000),
  })
  .superRefine(({ field, words }, context) => {
    const taken = proposeVerdictInput.shape[field].safeParse(words);
    for (const { message } of taken.error?.issues ?? [])
      context.addIssue({ code: "custom", path: ["words"], message });
  });

export const suggestionRef = z.object({ suggestionId: z.uuid() });
