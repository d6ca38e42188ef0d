import { z } from "zod";
import { calendarDate, calendarDay } from "../calendar-date.ts";
import { partyKind } from "../parties/schema.ts";
import { idempotencyKey, isClean, optionalMarkdown, optionalText, refusedCharacters, text } from "../text.ts";

export const grades = ["confirmed", "corroborated", "single_source", "conflicting", "none"] as const;
export const grade = z.enum(grades);
export type EvidenceGrade = z.infer<typeof grade>;

export const commentOutcomes = ["waiting", "answered", "silence", "not_asked"] as const;
export const commentOutcome = z.enum(commentOutcomes, "Say what came of it.");
export type CommentOutcome = z.infer<typeof commentOutcome>;

/** What the checklist asked for and the desk does without, as an edition keeps it for its editor. */
export const waiverList = z.array(z.object({ item: z.string(), reason: z.string() }));

/** A draft may be incomplete; the checklist says at submission what is missing. `version` is 0 for the first save. */
export const proposeVerdictInput = z.object({
  claimId: z.uuid(),
  version: z.int().min(0),
  /** A rating's code in the live scale, or "" for not decided yet. */
  rating: z.string().max(60).refine(isClean, refusedCharacters).default(""),
  grade: grade.or(z.literal("")).default(""),
  finding: optionalText("The finding", 600),
  shortWording: optionalText("The short wording", 300),
  reasoning: optionalMarkdown("The reasoning", 20_000),
  contradiction: optionalText("The point of contradiction", 1000),
  search: optionalText("The search", 2000),
  /** One item a line. */
  known: optionalText("The list of what is known", 5000),
  notKnown: optionalText("The list of what is not known", 5000),
  howChecked: optionalMarkdown("The account of how it was checked", 10_000),
  /** The day to which the finding holds. */
  asOf: calendarDate.default(""),
  lookAgainOn: calendarDay.default(""),
  leastSure: optionalText("The note to the editor", 2000),
});
export type ProposeVerdictInput = z.infer<typeof proposeVerdictInput>;

const outcomeFields = z.object({
  outcome: commentOutcome,
  /** By e-mail to the press office, by telephone. */
  channel: optionalText("The way of asking", 300),
  askedOn: calendarDay.default(""),
  dueOn: calendarDay.default(""),
  answeredOn: calendarDay.default(""),
  answer: optionalText("The answer", 5000),
  /** Why nobody was asked. */
  reason: optionalText("The reason", 1000),
});
type OutcomeFields = z.output<typeof outcomeFields>;

/** The fields of an outcome that have no place in it are not kept: nobody asked has no date, silence no words. */
function ofOutcome<Fields extends OutcomeFields>(fields: Fields): Fields {
  const { outcome } = fields;
  const asked = outcome !== "not_asked";
  const answered = outcome === "answered";
  return {
    ...fields,
    channel: asked ? fields.channel : "",
    askedOn: asked ? fields.askedOn : "",
    dueOn: asked ? fields.dueOn : "",
    answeredOn: answered ? fields.answeredOn : "",
    answer: answered ? fields.answer : "",
    reason: asked ? "" : fields.reason,
  };
}

function checkOutcome(fields: OutcomeFields, context: z.RefinementCtx): void {
  const { outcome, askedOn, dueOn, answeredOn, answer, reason } = ofOutcome(fields);
  const ask = (holds: boolean, field: keyof OutcomeFields, message: string) => {
    if (!holds) context.addIssue({ code: "custom", path: [field], message });
  };
  if (outcome === "not_asked") return ask(reason !== "", "reason", "Say why nobody was asked.");
  ask(askedOn !== "", "askedOn", "Say on which day they were asked.");
  ask(outcome !== "answered" || answer !== "", "answer", "Write down what they answered.");
  ask(dueOn === "" || dueOn >= askedOn, "dueOn", "The answer cannot be due before it was asked for.");
  ask(
    answeredOn === "" || answeredOn >= askedOn,
    "answeredOn",
    "They cannot have answered before they were asked.",
  );
}

const asParty = {
  party: text("Whom the desk asked", 300),
  partyKind,
  partyDescription: optionalText("The description of the party", 1000),
};

export const requestCommentInput = outcomeFields
  .extend({ claimId: z.uuid(), ...asParty, idempotencyKey })
  .superRefine(checkOutcome)
  .transform(ofOutcome);
export type RequestCommentInput = z.output<typeof requestCommentInput>;

/** Whom the desk asked stays; another party is another request. */
export const updateRequestInput = outcomeFields
  .extend({ claimId: z.uuid(), requestId: z.uuid(), version: z.int().min(1) })
  .superRefine(checkOutcome)
  .transform(ofOutcome);
export type UpdateRequestInput = z.output<typeof updateRequestInput>;
