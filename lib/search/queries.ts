import { Prisma } from "#prisma/generated/client";
import { publicNumber } from "../claims/rules.ts";
import { publicDb } from "../db.ts";
import { before, toListed, type ListRow } from "../publication/queries.ts";
import type { Place } from "../publication/rules.ts";
import { claimNumber, searchWords } from "./rules.ts";
import type { Found } from "./schema.ts";

/**
 * Published claims that have all the words, newest first, retracted ones among them; a claim's number finds that claim. Takes any
 * string: quotes, minus and "or" mean what they mean in a search engine, and nothing is an error.
 */
export async function searchPublications(sent: string, place: Place | null, limit = 20): Promise<Found> {
  const words = searchWords(sent);
  if (words === "") return { words, items: [], next: null };
  const number = claimNumber(words);
  const query =
    number === null
      ? Prisma.sql`websearch_to_tsquery('simple', ${words})`
      : Prisma.sql`websearch_to_tsquery('simple', ${words}) || phraseto_tsquery('simple', ${publicNumber(number)})`;
  const rows = await publicDb.$queryRaw<ListRow[]>`
    SELECT claim_id, slug, edition_number, state, document, published_at FROM publications
    WHERE search @@ (${query}) AND ${before(place)}
    ORDER BY published_at DESC, claim_id DESC LIMIT ${limit + 1}`;
  return { words, ...toListed(rows, limit) };
}
