import { z } from "zod";
import { knownSource, newSource, newSourceRules } from "../sources/schema.ts";
import { idempotencyKey, language, optionalText } from "../text.ts";

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
  kind: evidenceKind.default("quote"),
  /** In the source's own words; only an observation or a search, or a quote that is to follow, goes without. */
  quote: optionalText("The quote", 5000),
  withoutQuote: z.boolean().default(false),
  /** What the desk saw, or looked for and found, in its own words. */
  observation: optionalText("What was observed", 5000),
  language,
  translation: optionalText("The translation", 5000),
  translator: optionalText("The translator", 200),
  locator: optionalText("The place in the source", 300),
  stance: evidenceStance,
  shows: evidenceShows,
  independenceGroup: optionalText("The name of the common origin", 100),
  involved: z.boolean().default(false),
  conclusive: z.boolean().default(false),
  /** The copy of the source that the quote was selected in, and the code point at which it begins there. */
  snapshotId: z.uuid().or(z.literal("")).default(""),
  quoteStart: z.int().min(0).nullable().default(null),
  idempotencyKey,
});

const words = fields.pick({
  kind: true,
  quote: true,
  withoutQuote: true,
  observation: true,
  translation: true,
  translator: true,
  snapshotId: true,
});

/** What a piece of evidence has to say: beside which field, in which words, and when something is amiss. */
const amiss: [path: string, message: string, is: (given: z.infer<typeof words>) => boolean][] = [
  ["quote", "Select the words in the copy.", ({ snapshotId, quote }) => snapshotId !== "" && quote === ""],
  [
    "quote",
    "The quote is missing. Tick “without a quote for now” where it is to follow.",
    ({ kind, quote, withoutQuote }) => kind === "quote" && quote === "" && !withoutQuote,
  ],
  [
    "observation",
    "The observation is missing. Say what the source shows.",
    ({ kind, observation }) => kind === "observation" && observation === "",
  ],
  [
    "observation",
    "The search is missing. Say what was looked for, where, and what was found.",
    ({ kind, observation }) => kind === "search" && observation === "",
  ],
  [
    "translation",
    "There is no quote that this could translate.",
    ({ translation, quote }) => translation !== "" && quote === "",
  ],
  [
    "translator",
    "Say who translated the quote: a name, or “the desk”.",
    ({ translation, translator }) => translation !== "" && translator === "",
  ],
  [
    "translation",
    "The translation is missing.",
    ({ translation, translator }) => translation === "" && translator !== "",
  ],
];

const attached = newSourceRules.reduce(
  (schema, [holds, said]) => schema.refine(holds, said),
  z.discriminatedUnion("by", [knownSource.extend(fields.shape), newSource.extend(fields.shape)]),
);

/** Says all at once, also while other fields of the form are still wrong. */
export const attachEvidenceInput = amiss.reduce(
  (schema, [path, message, is]) =>
    schema.refine((given) => !is(given), {
      path: [path],
      message,
      when: ({ value }) => words.safeParse(value).success,
    }),
  attached,
);
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>;

export const removeEvidenceInput = z.object({ claimId: z.uuid(), evidenceId: z.uuid() });
