import { z } from "zod";

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a day, month or year that exists: 2015-10-01, 2015-10 or 2015. */
export function isCalendarDate(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** An optional calendar date in a form: "" or a partial ISO 8601 date; a date is kept as its text, precision and all. */
export const calendarDate = z
  .string()
  .trim()
  .refine(
    (text) => text === "" || isCalendarDate(text),
    "Write a date as 2015-10-01, or only 2015-10 or 2015.",
  );

type Precision = "day" | "month" | "year";

/** The two columns of a calendar date from its text; both null for "". */
export function toColumns(text: string): { on: Date | null; precision: Precision | null } {
  if (text === "") return { on: null, precision: null };
  const precision: Precision = text.length === 10 ? "day" : text.length === 7 ? "month" : "year";
  return { on: new Date(`${`${text}-01-01`.slice(0, 10)}T00:00:00Z`), precision };
}

/** The text of a calendar date from its two columns; null where there is none. */
export function fromColumns(on: Date | null, precision: Precision | null): string | null {
  if (!on || !precision) return null;
  return on.toISOString().slice(0, { day: 10, month: 7, year: 4 }[precision]);
}
