import { z } from "zod";
import { correctionClass, type CorrectionClass } from "../editions/schema.ts";
import { optionalEmail } from "../people/schema.ts";
import type { EditionCard } from "../publication/schema.ts";
import { optionalUrl, text } from "../text.ts";

/** One entry of the corrections list: an edition after the first, unless it only mended a slip. */
export type Correction = Omit<EditionCard, "editionId" | "class" | "reason"> & {
  class: CorrectionClass;
  reason: string;
};

export const problemMax = 5000;

/** What a reader reports; `claim` is the slug of its page. */
export const reportInput = z.object({
  claim: z.string().regex(/^[\w-]{1,200}$/, "Open the fact-check again and use the link at its end."),
  problem: text("What is wrong", problemMax),
  sourceUrl: optionalUrl,
  email: optionalEmail,
});
export type ReportInput = z.infer<typeof reportInput>;

/** A form that comes back: every value as it was typed, one sentence for the whole, and one for each field that is wrong. */
export const returnedForm = z.object({
  values: z.object({ problem: z.string(), sourceUrl: z.string(), email: z.string() }),
  message: z.string(),
  fields: z.record(z.string(), z.string()),
});
export type ReturnedForm = z.infer<typeof returnedForm>;

export const requestStates = ["received", "looking", "answered"] as const;
export type RequestState = (typeof requestStates)[number];

export const requestOutcomes = ["corrected", "no_error", "not_ours"] as const;
export const requestOutcome = z.enum(requestOutcomes, "Say how this request ends.");
export type RequestOutcome = z.infer<typeof requestOutcome>;

export const requestRef = z.object({ requestId: z.uuid(), version: z.int() });
export const answerInput = requestRef.extend({
  outcome: requestOutcome,
  answer: text("The answer to the reader", 5000),
});
export type AnswerInput = z.infer<typeof answerInput>;

/** A correction request as whoever has its reference sees it. */
export interface FollowedRequest {
  reference: string;
  slug: string;
  /** The words of the claim; null while its page is withheld. */
  claim: { wording: string; language: string } | null;
  editionNumber: number;
  /** The edition that is public now; null while the page is withheld. */
  currentNumber: number | null;
  problem: string;
  sourceUrl: string | null;
  state: RequestState;
  outcome: RequestOutcome | null;
  answer: string | null;
  /** In which the desk writes now; BCP 47. */
  deskLanguage: string;
  createdAt: Date;
  takenUpAt: Date | null;
  answeredAt: Date | null;
}

/** The classes that the list of corrections has: slips of spelling are not listed. */
export const listedClasses = correctionClass.exclude(["typo"]).options;

/** The class that a query parameter names; null for none and for anything else: all of them. */
export const readClass = (sent: string | string[] | undefined): CorrectionClass | null =>
  listedClasses.find((one) => one === sent) ?? null;
