import { z } from "zod";

/** Neither NUL, which PostgreSQL cannot keep, nor half of a character. */
export const isClean = (text: string) => !text.includes("\0") && text.isWellFormed();
export const refusedCharacters =
  "Remove the invisible control characters (NUL or broken characters) and try again.";

// Hangul fillers count as letters and the braille blank as a sign, and none of them is seen.
const unseen = /[\p{Cc}\p{Cf}\p{Z}\p{M}\u115f\u1160\u3164\uffa0\u2800]/gu;
/** Whether anything of the text can be seen: a title of zero-width signs would be a link that nobody can follow. */
const isSeen = (text: string) => text.replace(unseen, "") !== "";

/** Required text of at most `max` characters (code points), trimmed; NUL and lone surrogates are refused, and so is what nobody sees. */
export const text = (what: string, max: number) =>
  z
    .string()
    .trim()
    // Not ended by `abort`, which keeps every rule of the form around from being looked at.
    .refine(isSeen, `${what} is missing.`)
    .refine(
      (value) => !isSeen(value) || [...value].length <= max,
      `${what} may have at most ${max} characters.`,
    )
    .refine((value) => !isSeen(value) || isClean(value), refusedCharacters);

/** The same where nothing may stand: "" means none. */
export const optionalText = (what: string, max: number) =>
  z
    .string()
    .trim()
    .refine((value) => [...value].length <= max, `${what} may have at most ${max} characters.`)
    .refine(isClean, refusedCharacters)
    .transform((value) => (isSeen(value) ? value : ""))
    .default("");

/** Quotes and lists in one another: the marks of more than twenty at the beginning of a line. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){21}/m;
const countOf = (marks: RegExp, value: string) => value.match(marks)?.length ?? 0;
/** Whoever lays Markdown out calls itself for each level, and looks back for each mark: what nobody writes breaks a page for good. */
const canBeLaidOut = (value: string): boolean =>
  !tooDeep.test(value) && countOf(/\[/g, value) <= 500 && countOf(/[*_]/g, value) <= 1000;

/** The same for Markdown (CommonMark), which readers see laid out; refuses what is nested so deep that no page could show it. */
export const optionalMarkdown = (what: string, max: number) =>
  optionalText(what, max).refine(
    canBeLaidOut,
    `${what} has too many marks (lists or quotes within one another, brackets, asterisks) to be shown. Write it more plainly.`,
  );

/** "" as null, for nullable columns. */
export const orNull = (value: string): string | null => (value === "" ? null : value);

const carriesNoName = (value: string) => {
  const url = URL.parse(value);
  return !url || (url.username === "" && url.password === "");
};

/** An optional http(s) address; one that carries a user name or a password is refused, since it is shown and kept for good. */
export const optionalUrl = z
  .string()
  .trim()
  .max(2000, "An address may have at most 2000 characters.")
  .refine(
    (value) => value === "" || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
    "Write a full address that begins with https:// or http://.",
  )
  .refine(carriesNoName, "Take the user name and the password out of the address: everybody would see them.")
  .refine(isClean, refusedCharacters)
  .default("");

/** The canonical form of a tag of BCP 47 (RFC 5646, 4.5: `en-gb` is `en-GB`, `iw` is `he`); null for what is none. */
export function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

const noLanguage = "Write a language tag such as en, ru or ar.";

/** A language tag after BCP 47, such as en, ru or ar, in its canonical form: one language is written in one way. */
export const language = z
  .string()
  .trim()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, noLanguage)
  .max(35)
  .refine((tag) => canonicalLanguage(tag) !== null, noLanguage)
  .transform((tag) => canonicalLanguage(tag) ?? tag);

/**
 * For the `when` of a rule of a whole form: what it looks at is well, whatever the other fields are, so that a form says all that
 * is amiss at once.
 */
export const areWell =
  (fields: z.ZodType) =>
  ({ value }: { value: unknown }): boolean =>
    fields.safeParse(value).success;

/** Given by a create form once, so that a double click makes one row. */
export const idempotencyKey = z.uuid();
