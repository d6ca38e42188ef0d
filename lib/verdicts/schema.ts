import { z } from "zod";
import { calendarDate, calendarDay } from "../calendar-date.ts";
import { isClean, optionalText, refusedCharacters } from "../text.ts";

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
  reasoning: optionalText("The reasoning", 20_000),
  contradiction: optionalText("The point of contradiction", 1000),
  search: optionalText("The search", 2000),
  /** One item a line. */
  known: optionalText("The list of what is known", 5000),
  notKnown: optionalText("The list of what is not known", 5000),
  howChecked: optionalText("The account of how it was checked", 10_000),
  /** The day to which the finding holds. */
  asOf: calendarDate.default(""),
  lookAgainOn: calendarDay.default(""),
  leastSure: optionalText("The note to the editor", 2000),
});
export type ProposeVerdictInput = z.infer<typeof proposeVerdictInput>;
