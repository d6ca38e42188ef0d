import { z } from "zod";
import { Prisma } from "#prisma/generated-readers/client";
import { publicDb } from "../public-db.ts";
import { unseal } from "../editions/digest.ts";
import { correctionClass, type CorrectionClass } from "../editions/schema.ts";
import { cursorOf, type Place } from "../publication/rules.ts";
import { editionCard, type Listed } from "../publication/schema.ts";
import { readReference } from "./rules.ts";
import type { Correction, FollowedRequest, RequestOutcome, RequestState } from "./schema.ts";

/** Every edition after a first one, newest first, or those of one class; typos are left out. */
export async function listCorrections(
  place: Place | null,
  limit = 20,
  ofClass: CorrectionClass | null = null,
): Promise<Listed<Correction>> {
  const after = place
    ? Prisma.sql`(published_at, edition_id) < (${place.at}::timestamptz, ${place.id}::uuid)`
    : Prisma.sql`true`;
  const which = ofClass
    ? Prisma.sql`correction_class = ${ofClass}::correction_class`
    : Prisma.sql`correction_class <> 'typo'`;
  const rows = await publicDb.$queryRaw<{ card: string }[]>`
    SELECT card FROM published_editions WHERE ${which} AND ${after}
    ORDER BY published_at DESC, edition_id DESC LIMIT ${limit + 1}`;
  const shown = rows.slice(0, limit).map((row): unknown => JSON.parse(row.card));
  const last = rows.length > limit ? editionCard.parse(shown.at(-1)) : null;
  return {
    items: shown.map((row) => listed.parse(row)),
    next: last && cursorOf(new Date(last.publishedAt), last.editionId),
  };
}

/** Only what follows a first edition stands in the list, so it has a class and a reason. */
const listed = editionCard.omit({ editionId: true }).extend({ class: correctionClass, reason: z.string() });

interface FollowedRow {
  reference: string;
  edition_number: number;
  problem: string;
  source_url: string | null;
  state: RequestState;
  outcome: RequestOutcome | null;
  answer: string | null;
  created_at: Date;
  taken_up_at: Date | null;
  answered_at: Date | null;
  slug: string;
  current_number: number | null;
  document: string | null;
  desk_language: string;
}

/**
 * The correction request of this reference as its reader sees it, without the e-mail address; null for any other. Read by
 * the readers' role through the one function that gives it a request, and only for its whole reference.
 */
export async function findRequest(written: string): Promise<FollowedRequest | null> {
  const reference = readReference(written);
  if (reference === null) return null;
  const [row] = await publicDb.$queryRaw<FollowedRow[]>`
    SELECT r.reference, r.edition_number, r.problem, r.source_url, r.state::text, r.outcome::text, r.answer, r.created_at,
           r.taken_up_at, r.answered_at, p.edition_number AS current_number, p.document,
           coalesce(p.slug, (SELECT min(slug) FROM withheld_editions w WHERE w.claim_id = r.claim_id)) AS slug,
           (SELECT desk_language FROM public_settings WHERE id = 1)
    FROM followed_request(${reference}) r LEFT JOIN publications p ON p.claim_id = r.claim_id`;
  if (!row) return null;
  const claim = row.document === null ? null : unseal(row.document).claim;
  return {
    reference: row.reference,
    slug: row.slug,
    claim: claim && { wording: claim.wording, language: claim.language },
    editionNumber: row.edition_number,
    currentNumber: row.current_number,
    problem: row.problem,
    sourceUrl: row.source_url,
    state: row.state,
    outcome: row.outcome,
    answer: row.answer,
    deskLanguage: row.desk_language,
    createdAt: row.created_at,
    takenUpAt: row.taken_up_at,
    answeredAt: row.answered_at,
  };
}
