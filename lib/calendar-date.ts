import { z } from "zod";

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/;

/** Whether the text is a day, month or year that exists, or about one: 2015-10-01, 2015-10, 2015, 2015-10~. */
export function isCalendarDate(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * An optional calendar date in a form: "" or a partial ISO 8601 date, kept as its text, precision and all. "about 2015-10"
 * becomes 2015-10~, the mark of ISO 8601-2 for an approximate date.
 */
export const calendarDate = z
  .string()
  .trim()
  .transform((text) => text.replace(/^about\s+(.+)$/i, "$1~"))
  .refine((text) => text === "" || isCalendarDate(text), {
    error: ({ input }) =>
      shape.test(String(input))
        ? `The calendar has no ${String(input).replace("~", "")}.`
        : "Write a date as 2015-10-01, or only 2015-10 or 2015; “about 2015-10” where it is approximate.",
  });

/** An optional day in a form: "" or an ISO day that exists, nothing less precise. */
export const calendarDay = z
  .string()
  .trim()
  .refine((text) => text === "" || (text.length === 10 && isCalendarDate(text)), {
    error: ({ input }) =>
      /^\d{4}-\d{2}-\d{2}$/.test(String(input))
        ? `The calendar has no ${String(input)}.`
        : "Write the day as 2015-10-01.",
  });

type Base = "day" | "month" | "year";
type Precision = Base | `about_${Base}`;

/** The two columns of a calendar date from its text; both null for "". */
export function toColumns(text: string): { on: Date | null; precision: Precision | null } {
  if (text === "") return { on: null, precision: null };
  const exact = text.replace("~", "");
  const base: Base = exact.length === 10 ? "day" : exact.length === 7 ? "month" : "year";
  return {
    on: new Date(`${`${exact}-01-01`.slice(0, 10)}T00:00:00Z`),
    precision: exact === text ? base : `about_${base}`,
  };
}

const lengths: Record<Base, number> = { day: 10, month: 7, year: 4 };

/** The text of a calendar date from its two columns; null where there is none. */
export function fromColumns(on: Date | null, precision: Precision | null): string | null {
  if (!on || !precision) return null;
  const base = precision.replace("about_", "") as Base;
  return on.toISOString().slice(0, lengths[base]) + (base === precision ? "" : "~");
}
