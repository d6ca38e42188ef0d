import { z } from "zod";
import { findableChoice, isFindableChoice, knownSource, newSource } from "../sources/schema.ts";
import { idempotencyKey, language, optionalText, text } from "../text.ts";

export const evidenceKinds = ["quote", "observation", "search"] as const;
export const evidenceKind = z.enum(evidenceKinds, "Say what this is: a quote, an observation or a search.");
export type EvidenceKind = z.infer<typeof evidenceKind>;

export const evidenceStances = ["supports", "refutes", "context"] as const;
export const evidenceStance = z.enum(evidenceStances, "Say how this bears on the claim.");
export type EvidenceStance = z.infer<typeof evidenceStance>;

export const evidenceShowsWords = ["said", "so"] as const;
export const evidenceShows = z.enum(
  evidenceShowsWords,
  "Say whether this shows that it was said, or that it is so.",
);
export type EvidenceShows = z.infer<typeof evidenceShows>;

const fields = z.object({
  claimId: z.uuid(),
  quote: text("The quote", 5000),
  language,
  locator: optionalText("The place in the source", 300),
  stance: evidenceStance,
  shows: evidenceShows,
  independenceGroup: optionalText("The name of the common origin", 100),
  involved: z.boolean().default(false),
  conclusive: z.boolean().default(false),
  idempotencyKey,
});

export const attachEvidenceInput = z
  .discriminatedUnion("by", [knownSource.extend(fields.shape), newSource.extend(fields.shape)])
  .refine(isFindableChoice, findableChoice);
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>;

export const removeEvidenceInput = z.object({ claimId: z.uuid(), evidenceId: z.uuid() });
