import type { Prisma } from "#prisma/generated-readers/client";
import { publicDb } from "../public-db.ts";
import { before, type ListRow } from "./queries.ts";
import type { Place } from "./rules.ts";
import type { Facet } from "./schema.ts";

export interface Reading {
  facet: Facet["facet"];
  value: string;
  place: Place | null;
  limit: number;
  /** How many claims of the facet are looked through at most, where not every one of them fits; `limit` + 1 else. */
  window?: number;
  /** Of the claim's publication `p`. */
  fits?: Prisma.Sql;
  /** Of the posting, as `before` writes it. */
  dates?: Prisma.Sql;
}

/**
 * Public claims that have a facet, newest first, one row more than `limit` where there is one. Bounded however many there
 * are: `edge` is where the looking ended when the window was too small to say that nothing more is there.
 */
export async function readPostings(reading: Reading): Promise<{ rows: ListRow[]; edge: Place | null }> {
  const { facet, value, place, limit, window = limit + 1 } = reading;
  const always = before(null);
  const { fits = always, dates = always } = reading;
  const rows = await publicDb.$queryRaw<ListRow[]>`
    SELECT p.card FROM (SELECT published_at, claim_id FROM public_postings
      WHERE facet = ${facet} AND value = ${value} AND ${before(place)} AND ${dates}
      ORDER BY published_at DESC, claim_id DESC LIMIT ${window}) AS looked
    JOIN publications p ON p.claim_id = looked.claim_id WHERE ${fits}
    ORDER BY looked.published_at DESC, looked.claim_id DESC LIMIT ${limit + 1}`;
  if (rows.length > limit || window === limit + 1) return { rows, edge: null };
  const [last] = await publicDb.$queryRaw<{ published_at: Date; claim_id: string }[]>`
    SELECT published_at, claim_id FROM public_postings
    WHERE facet = ${facet} AND value = ${value} AND ${before(place)} AND ${dates}
    ORDER BY published_at DESC, claim_id DESC LIMIT 1 OFFSET ${window - 1}`;
  return { rows, edge: last ? { at: last.published_at.toISOString(), id: last.claim_id } : null };
}
