import { z } from "zod";
import { calendarDate } from "../calendar-date.ts";
import { idempotencyKey, language, optionalText, optionalUrl, text } from "../text.ts";

/** Bytes of UTF-8 that the text of one article may have. */
export const textLimit = 500_000;

/** CRLF and CR become LF, so that a place in the text means the same whatever the text was copied from. */
export const normaliseNewlines = (value: string): string => value.replace(/\r\n?/g, "\n");

const details = z.object({
  title: text("The title", 500),
  /** "" means that nobody knows where it appeared. */
  outlet: optionalText("The outlet", 300),
  author: optionalText("The author", 300),
  url: optionalUrl,
  publishedOn: calendarDate.default(""),
  language,
});

/** The text of an article: newlines become LF, everything else stays as it was pasted. */
export const articleText = z
  .string()
  .transform(normaliseNewlines)
  .superRefine((value, context) => {
    const problem = whatIsWrong(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

/** The sentence for a text that is too long for one article; null for any other. */
export function tooLong(value: string): string | null {
  const size = new TextEncoder().encode(value).length;
  if (size <= textLimit) return null;
  return `The text is ${size.toLocaleString("en")} bytes long; an article may have at most ${textLimit.toLocaleString("en")}. Add it in parts, each as an article of its own.`;
}

function whatIsWrong(value: string): string | null {
  if (value.trim() === "") return "Paste the text of the article.";
  const long = tooLong(value);
  if (long) return long;
  if (value.includes("\0") || !value.isWellFormed())
    return "The text holds characters that cannot be kept (NUL or broken characters). Copy it anew as plain text.";
  return null;
}

/** The copy that a text was taken from; none, or "", for a text that was pasted. */
const copyOfText = z.union([z.literal(""), z.uuid()]).optional();

export const addArticleInput = details.extend({ idempotencyKey, text: articleText, snapshotId: copyOfText });
export type AddArticleInput = z.output<typeof addArticleInput>;

export const reviseArticleDetailsInput = details.extend({ articleId: z.uuid(), version: z.int() });
export type ReviseArticleDetailsInput = z.output<typeof reviseArticleDetailsInput>;

/** What became of a passage in a later version of its text. */
export type RefoundOutcome = "exact" | "moved" | "altered" | "lost";

/** `version` is the number of the latest version that was seen. */
export const addArticleVersionInput = z.object({
  articleId: z.uuid(),
  text: articleText,
  version: z.int(),
  snapshotId: copyOfText,
});
export type AddArticleVersionInput = z.output<typeof addArticleVersionInput>;

/** `anyway`: also where the desk has an article at this address. */
export const fetchArticleInput = z.object({
  url: optionalUrl.refine((value) => value !== "", "Give the address of the page."),
  anyway: z.boolean().default(false),
  idempotencyKey,
});
export type FetchArticleInput = z.output<typeof fetchArticleInput>;

export const captureArticleAgainInput = z.object({ articleId: z.uuid(), idempotencyKey });
export type CaptureArticleAgainInput = z.output<typeof captureArticleAgainInput>;

/** A later copy of the page, and the latest version, with which somebody compared it. */
export const dismissPageChangeInput = z.object({ snapshotId: z.uuid(), articleVersionId: z.uuid() });
export type DismissPageChangeInput = z.output<typeof dismissPageChangeInput>;

export const articleRef = z.object({ articleId: z.uuid() });

export const coverageKinds = ["opinion", "not_checkable"] as const;
export type CoverageKind = (typeof coverageKinds)[number];

/** Sentences of one article version, in code points of its text; none overlaps another. */
const sentenceSpans = z
  .array(z.object({ start: z.int().min(0), end: z.int().min(1) }))
  .min(1, "Move to a sentence first.")
  .max(200, "Mark at most 200 sentences at a time.");
const coverageFields = z.object({ articleVersionId: z.uuid(), spans: sentenceSpans });

export const markCoverageInput = z.discriminatedUnion("kind", [
  coverageFields.extend({ kind: z.literal("opinion") }),
  coverageFields.extend({ kind: z.literal("not_checkable"), reason: text("The reason", 500) }),
]);
export type MarkCoverageInput = z.output<typeof markCoverageInput>;

export const unmarkCoverageInput = coverageFields;
export type UnmarkCoverageInput = z.output<typeof unmarkCoverageInput>;
