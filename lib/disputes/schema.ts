import { z } from "zod";
import { calendarDate } from "../calendar-date.ts";
import { partyKind } from "../parties/schema.ts";
import { findableChoice, isFindableChoice, knownSource, newSource } from "../sources/schema.ts";
import { idempotencyKey, language, optionalText, text } from "../text.ts";

export const positionStances = [
  "asserts",
  "suggests",
  "denies",
  "doubts",
  "no_information",
  "concedes",
  "withdraws",
  "declines",
] as const;
export const positionStance = z.enum(positionStances, "Say what the party does: denies, doubts, …");
export type PositionStance = z.infer<typeof positionStance>;

export const relationKinds = [
  "contradicts",
  "partly_contradicts",
  "narrows",
  "part_of",
  "same_as",
  "similar",
  "updates",
  "depends_on",
] as const;
export const relationKind = z.enum(relationKinds, "Say how the two claims stand to each other.");
export type RelationKind = z.infer<typeof relationKind>;

const position = z.object({
  claimId: z.uuid(),
  party: text("The party", 300),
  partyKind,
  /** Tells parties of one name apart, and says who an unnamed source is. */
  partyDescription: optionalText("The description of the party", 1000),
  stance: positionStance,
  hedged: z.boolean().default(false),
  quote: text("The quote", 5000),
  language,
  saidOn: calendarDate.default(""),
  locator: optionalText("The place in the source", 300),
  idempotencyKey,
});

/** Where it was said may be left open, be a known source, or one that is added in the same step. */
export const recordPositionInput = z
  .discriminatedUnion("by", [
    position.extend({ by: z.literal("none") }),
    knownSource.extend(position.shape),
    newSource.extend(position.shape),
  ])
  .refine(isFindableChoice, findableChoice);
export type RecordPositionInput = z.infer<typeof recordPositionInput>;

export const removePositionInput = z.object({ claimId: z.uuid(), positionId: z.uuid() });

/** The other claim is named by its public number, as C-1042 or 1042. */
export const relateClaimsInput = z.object({
  claimId: z.uuid(),
  other: z
    .string()
    .trim()
    .regex(/^([Cc]-)?\d{1,9}$/, "Write the number of the other claim, such as C-1042."),
  kind: relationKind,
  reason: text("The reason", 1000),
});
export type RelateClaimsInput = z.infer<typeof relateClaimsInput>;

export const unrelateClaimsInput = z.object({ claimId: z.uuid(), relationId: z.uuid() });
