import type { Listed, ListedClaim } from "../publication/schema.ts";

/** What a search can be narrowed by, in the order in which it is said. */
export const filterNames = ["rating", "grade", "party", "outlet", "topic", "language"] as const;
export type FilterName = (typeof filterNames)[number];

/** What somebody looks for, as an address says it. */
export interface Question {
  /** Cleaned; "" for none. */
  words: string;
  filters: { name: FilterName; value: string }[];
  /** Days, months or years; both are included. */
  from: string | null;
  to: string | null;
  /** What was sent as a date and is none. */
  noDates: string[];
}

/** One thing to narrow a search by. */
export interface Choice {
  value: string;
  /** As readers know it. */
  label: string;
  /** How many public claims have it in all. */
  claims: number;
}
export type Choices = Record<FilterName, Choice[]>;

/** What a search found. */
export interface Found extends Listed<ListedClaim> {
  question: Question;
  /** The filters of the question in words. */
  filters: { name: FilterName; value: string; label: string }[];
  choices: Choices;
  /** In which the desk writes now: its ratings and topics; BCP 47. */
  deskLanguage: string;
  /** ISO instant: how far back was looked when not everything could be looked through at once; `next` goes on from there. */
  lookedBack: string | null;
  /** Nothing was found in the time that one search may take; there may be something. */
  cutOff: boolean;
  /** Nothing had the very words, so that those were looked for which begin like them. */
  loosely: boolean;
}
