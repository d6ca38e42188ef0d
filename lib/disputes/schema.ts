import { z } from "zod";
import { calendarDate } from "../calendar-date.ts";
import { partyKind } from "../parties/schema.ts";
import { knownSource, newSource, newSourceRules } from "../sources/schema.ts";
import { areWell, idempotencyKey, language, optionalText, text } from "../text.ts";

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

/** Who passed a position on: a newspaper, an agency. */
const relay = z.object({ name: text("The name of who passed it on", 300), kind: partyKind });
export type Relay = z.infer<typeof relay>;
export const maxRelays = 10;

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
  translation: optionalText("The translation", 5000),
  translator: optionalText("The translator", 200),
  saidOn: calendarDate.default(""),
  /** The date in the source's own words: "Thursday". */
  saidWords: optionalText("The date in the source's words", 200),
  /** The source is the utterance itself: a recording, a transcript, the speaker's own channel. */
  primary: z.boolean().default(false),
  /** In order: the first heard it from the party. */
  relays: z
    .array(relay)
    .max(maxRelays, `A chain may have at most ${maxRelays} links.`)
    .superRefine((chain, context) => {
      chain.forEach(({ name, kind }, at) => {
        const same = chain.findIndex(
          (one) => one.kind === kind && one.name.toLowerCase() === name.toLowerCase(),
        );
        if (same < at)
          context.addIssue({
            code: "custom",
            path: [at, "name"],
            message: "Each party stands in the chain once.",
          });
      });
    })
    .default([]),
  locator: optionalText("The place in the source", 300),
  /** The position that this one stands instead of; it is removed in the same step. */
  replaces: z.uuid().or(z.literal("")).default(""),
  idempotencyKey,
});

type Words = { translation: string; translator: string; by: string; primary: boolean };
const when = areWell(position.pick({ translation: true, translator: true, primary: true }));
const hasTranslator = (input: Words) => input.translation === "" || input.translator !== "";
const translatorMissing = {
  message: "Say who translated it: a name, “the desk”, or who published the translation.",
  path: ["translator"],
  when,
};
const hasTranslation = (input: Words) => input.translator === "" || input.translation !== "";
const translationMissing = {
  message: "There is a translator without a translation. Add the translation, or empty this.",
  path: ["translation"],
  when,
};
const primaryHasSource = (input: Words) => !input.primary || input.by !== "none";
const sourceMissing = {
  message: "Choose the source that is the utterance itself, or take this mark off.",
  path: ["primary"],
  when,
};

const recorded = z.discriminatedUnion("by", [
  position.extend({ by: z.literal("none") }),
  knownSource.extend(position.shape),
  newSource.extend(position.shape),
]);

/** Where it was said may be left open, be a known source, or one that is added in the same step. */
export const recordPositionInput = newSourceRules
  .reduce((schema, [holds, said]) => schema.refine(holds, said), recorded)
  .refine(hasTranslator, translatorMissing)
  .refine(hasTranslation, translationMissing)
  .refine(primaryHasSource, sourceMissing);
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
