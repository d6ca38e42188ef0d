import { z } from "zod";
import { normaliseNewlines } from "../articles/schema.ts";
import { calendarDate } from "../calendar-date.ts";
import { kindOfNamed, partyKindIfNamed } from "../parties/schema.ts";
import {
  areWell,
  idempotencyKey,
  isClean,
  language,
  optionalText,
  refusedCharacters,
  text,
} from "../text.ts";

export const claimKinds = [
  "quantity",
  "identity",
  "responsibility",
  "place",
  "time",
  "event",
  "comparison",
  "status",
  "quote",
  "cause",
  "intention",
  "media",
] as const;
export const claimKind = z.enum(claimKinds, "Choose what kind of claim this is.");
export type ClaimKind = z.infer<typeof claimKind>;

export const stages = [
  "logged",
  "checking",
  "in_review",
  "approved",
  "published",
  "revising",
  "retracted",
  "shelved",
] as const;
export type Stage = (typeof stages)[number];
export type PublicState = "never" | "public" | "retracted";

const claimFields = z.object({
  wording: text("The wording", 500),
  kind: claimKind,
  language,
  /** "" with claimantUnknown false means: not settled yet. */
  claimant: optionalText("The claimant", 300),
  claimantKind: partyKindIfNamed,
  claimantUnknown: z.boolean().default(false),
  saidOn: calendarDate.default(""),
  /** The date in the source's own words: "Thursday", or a day without a year. */
  saidWords: optionalText("The date in the source's words", 200),
});

const oneClaimant = (input: { claimant: string; claimantUnknown: boolean }) =>
  !(input.claimantUnknown && input.claimant !== "");
const oneClaimantMessage = {
  message: "Name the claimant, or say that none is named, not both.",
  path: ["claimant"],
  when: areWell(claimFields.pick({ claimant: true, claimantUnknown: true })),
};

const hasKind = (input: { claimant: string; claimantKind: string }) =>
  input.claimant === "" || input.claimantKind !== "";
const hasKindMessage = kindOfNamed("claimantKind", claimFields.pick({ claimant: true, claimantKind: true }));

const passageFields = z.object({
  articleVersionId: z.uuid(),
  exact: z
    .string()
    .min(1, "Select the words in the article, or copy them here.")
    .refine((value) => [...value].length <= 5000, "A passage may have at most 5000 characters.")
    .refine(isClean, refusedCharacters)
    .transform(normaliseNewlines),
  start: z.int().min(0).optional(),
  end: z.int().min(1).optional(),
});
export type PassageInput = z.output<typeof passageFields>;

/**
 * A claim made in an article: `start` and `end` count code points of the article version's text. Without them the
 * passage is found by its exact words, which must then stand there exactly once.
 */
export const logClaimInput = claimFields
  .extend({ idempotencyKey, ...passageFields.shape })
  .refine(oneClaimant, oneClaimantMessage)
  .refine(hasKind, hasKindMessage);
export type LogClaimInput = z.output<typeof logClaimInput>;

export const rewordClaimInput = claimFields
  .extend({ claimId: z.uuid(), version: z.int() })
  .refine(oneClaimant, oneClaimantMessage)
  .refine(hasKind, hasKindMessage);
export type RewordClaimInput = z.output<typeof rewordClaimInput>;

/** null, and "" in a form, mean nobody. `version` is whoever the form saw that had it. */
export const assignClaimInput = z.object({
  claimId: z.uuid(),
  assigneeId: z
    .literal("")
    .transform(() => null)
    .or(z.uuid("Choose a member.").nullable()),
  version: z.uuid().or(z.literal("")).default(""),
});
/** "" means that the claim belongs to no event, or to none yet; `version` is the event that the form saw. */
export const setClaimEventInput = z.object({
  claimId: z.uuid(),
  eventId: z.uuid("Choose an event.").or(z.literal("")),
  version: z.uuid().or(z.literal("")).default(""),
});
export const claimRef = z.object({ claimId: z.uuid() });

/** Another place in an article where the same claim is made; found as in logClaimInput. */
export const addPassageInput = passageFields.extend({ claimId: z.uuid() });
export const removePassageInput = z.object({ claimId: z.uuid(), passageId: z.uuid() });

/** A passage, and the later version in which somebody saw what became of it. */
export const noteAlterationInput = z.object({ passageId: z.uuid(), articleVersionId: z.uuid() });
export type NoteAlterationInput = z.output<typeof noteAlterationInput>;

export const shelvedReasons = ["not_checkable", "out_of_scope", "duplicate"] as const;
export type ShelvedReason = (typeof shelvedReasons)[number];
export const shelveClaimInput = z
  .object({
    claimId: z.uuid(),
    reason: z.enum(shelvedReasons, "Say why it is shelved."),
    note: optionalText("The note", 1000),
    /** The public number of the claim that this one repeats, as C-1042 or 1042. */
    duplicateOf: z
      .string()
      .trim()
      .regex(/^([Cc]-)?\d{1,9}$/, "Write the number of the other claim, such as C-1042.")
      .or(z.literal(""))
      .default(""),
  })
  .refine((input) => (input.reason === "duplicate") === (input.duplicateOf !== ""), {
    message: "Name the claim that this one repeats; only a duplicate has one.",
    path: ["duplicateOf"],
  });
export type ShelveClaimInput = z.output<typeof shelveClaimInput>;
