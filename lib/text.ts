import { z } from "zod";

/** Neither NUL, which PostgreSQL cannot keep, nor half of a character. */
export const isClean = (text: string) => !text.includes("\0") && text.isWellFormed();
export const refusedCharacters =
  "Remove the invisible control characters (NUL or broken characters) and try again.";

/** Required text of at most `max` characters (code points), trimmed; NUL and lone surrogates are refused. */
export const text = (what: string, max: number) =>
  z
    .string()
    .trim()
    .min(1, `${what} is missing.`)
    .refine((value) => [...value].length <= max, `${what} may have at most ${max} characters.`)
    .refine(isClean, refusedCharacters);

/** The same where nothing may stand: "" means none. */
export const optionalText = (what: string, max: number) =>
  z
    .string()
    .trim()
    .refine((value) => [...value].length <= max, `${what} may have at most ${max} characters.`)
    .refine(isClean, refusedCharacters)
    .default("");

/** "" as null, for nullable columns. */
export const orNull = (value: string): string | null => (value === "" ? null : value);

/** An optional http(s) address. */
export const optionalUrl = z
  .string()
  .trim()
  .max(2000, "An address may have at most 2000 characters.")
  .refine(
    (value) => value === "" || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
    "Write a full address that begins with https:// or http://.",
  )
  .refine(isClean, refusedCharacters)
  .default("");

/** A language tag after BCP 47, such as en, ru or ar. */
export const language = z
  .string()
  .trim()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "Write a language tag such as en, ru or ar.")
  .max(35);

/** Given by a create form once, so that a double click makes one row. */
export const idempotencyKey = z.uuid();
