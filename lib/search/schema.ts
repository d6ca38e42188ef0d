import type { Listed, ListedClaim } from "../publication/schema.ts";

/** What a search found, and the words it looked for once they were cleaned. */
export interface Found extends Listed<ListedClaim> {
  words: string;
}
