import { isCalendarDate } from "../calendar-date.ts";
import { grade } from "../editions/schema.ts";
import { deskLang, isSlug } from "../publication/rules.ts";
import { canonicalLanguage } from "../text.ts";
import { filterNames, type FilterName, type Found, type Question } from "./schema.ts";

const most = 200;

/** What is searched for: whatever was sent, without NUL and broken characters, at most 200 code points; "" for nothing. */
export const searchWords = (sent: string): string => cleaned(sent, most);

function cleaned(sent: string, longest: number): string {
  const clean = sent.toWellFormed().replaceAll("\0", "").replace(/\s+/gu, " ").trim();
  return Array.from(clean).slice(0, longest).join("");
}

/** The claim's number when the words are nothing but one, such as C-1042, c1042 or 1042. */
export function claimNumber(words: string): number | null {
  const digits = /^(?:c-?)?(\d{1,9})$/i.exec(words)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The `lang` of a filter's values: ratings and topics are words of the desk, the rest are names or words of the page. */
export const langOfFilter = (name: FilterName, found: Pick<Found, "deskLanguage">): string | null =>
  name === "rating" || name === "topic" ? deskLang(found) : null;

type Sent = Record<string, string | string[] | undefined>;

const sentAs = (sent: Sent, name: string): string => {
  const value = sent[name];
  return (typeof value === "string" ? value : value?.[0]) ?? "";
};

/** Reads the query of an address; takes anything, and keeps what can be looked for. */
export function readQuestion(sent: Sent): Question {
  const filters = filterNames.flatMap((name) => {
    const value = cleaned(sentAs(sent, name), 300);
    return value === "" ? [] : [{ name, value }];
  });
  const dates = ["from", "to"].map((name) => cleaned(sentAs(sent, name), most));
  const [from = null, to = null] = dates.map((date) => (isPlainDate(date) ? date : null));
  const noDates = dates.filter((date) => date !== "" && !isPlainDate(date));
  return { words: searchWords(sentAs(sent, "q")), filters, from, to, noDates };
}

/** How each filter of the API is written, where not every text will do, and what to say where it is not. */
const writings: Partial<Record<FilterName, [isOne: (value: string) => boolean, sentence: string]>> = {
  grade: [
    (value) => grade.safeParse(value).success,
    `Send as grade one of ${grade.options.join(", ")}, or leave it out.`,
  ],
  party: [isSlug, "Send as party the last part of the address of a party’s page, or leave it out."],
  topic: [isSlug, "Send as topic the last part of the address of a topic’s page, or leave it out."],
  language: [
    (tag) => canonicalLanguage(tag) !== null,
    "Send as language a tag of BCP 47 such as en or pt-BR, or leave it out.",
  ],
};

/**
 * Reads the filters of a program's request, which are right or refused: unlike a person, a program does not see what was
 * left out.
 */
export function readFilters(
  query: URLSearchParams,
): { question: Question } | { refused: string; because: string } {
  const filters: Question["filters"] = [];
  for (const name of filterNames) {
    const value = query.get(name);
    if (value === null) continue;
    const [isOne, sentence] = writings[name] ?? [
      () => true,
      `Send as ${name} 1 to 300 characters, or leave it out.`,
    ];
    if (!isOne(value) || value === "" || cleaned(value, 300) !== value)
      return { refused: name, because: sentence };
    filters.push({ name, value });
  }
  const [from, to] = [query.get("from"), query.get("to")];
  for (const [name, date] of Object.entries({ from, to }))
    if (date !== null && !isPlainDate(date))
      return {
        refused: name,
        because: `Send as ${name} a date such as 2031-05-12, 2031-05 or 2031, or leave it out.`,
      };
  if (isBackwards({ from, to }))
    return { refused: "to", because: "Send as to a date that is not before from." };
  return { question: { words: "", filters, from, to, noDates: [] } };
}

const isPlainDate = (text: string) => isCalendarDate(text) && !text.endsWith("~");

/** Whether anything at all is asked for. */
export const asksNothing = ({ words, filters, from, to }: Question): boolean =>
  words === "" && filters.length === 0 && from === null && to === null;

/** The instants of a stretch of days, months or years, `to` included; the end itself is outside. */
export function instantsOf({ from, to }: Pick<Question, "from" | "to">): {
  since: string | null;
  until: string | null;
} {
  const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
  const next = (date: string) => {
    const day = new Date(`${firstDay(date)}T00:00:00Z`);
    if (date.length === 4) day.setUTCFullYear(day.getUTCFullYear() + 1);
    else if (date.length === 7) day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString();
  };
  return {
    since: from === null ? null : `${firstDay(from)}T00:00:00.000Z`,
    // After the year 9999 there is nothing to leave out.
    until: to === null || to.startsWith("9999") ? null : next(to),
  };
}

/** What a search is called among the windows and the history of a browser (WCAG 2.4.2). */
export const searchTitle = ({ words }: Pick<Question, "words">): string =>
  words === "" ? "Search" : `Search: “${words}”`;

/** Whether nothing can be published within a stretch, since it ends before it begins. */
export function isBackwards(stretch: Pick<Question, "from" | "to">): boolean {
  const { since, until } = instantsOf(stretch);
  return since !== null && until !== null && since >= until;
}

/** The address that asks this question; `after` asks for the page that begins there. */
export function searchAddress(question: Omit<Question, "noDates">, after?: string): string {
  const query = new URLSearchParams();
  if (question.words !== "") query.set("q", question.words);
  for (const { name, value } of question.filters) query.set(name, value);
  if (question.from !== null) query.set("from", question.from);
  if (question.to !== null) query.set("to", question.to);
  if (after !== undefined) query.set("after", after);
  const text = query.toString();
  return text === "" ? "/search" : `/search?${text}`;
}

/** The search for everything that has one thing. */
export const searchFor = (name: FilterName, value: string): string =>
  searchAddress({ words: "", filters: [{ name, value }], from: null, to: null });
