import { Prisma } from "#prisma/generated/client";
import { publicDb } from "../db.ts";
import { unseal } from "../editions/digest.ts";
import type { CorrectionClass } from "../editions/schema.ts";
import { cursorOf, type Place } from "../publication/rules.ts";
import { card, type Listed } from "../publication/schema.ts";
import { isReference } from "./rules.ts";
import type { Correction, FollowedRequest, RequestOutcome, RequestState } from "./schema.ts";

interface Row {
  edition_id: string;
  slug: string;
  number: number;
  kind: "publication" | "retraction";
  card: unknown;
  earlier: unknown;
  correction_class: CorrectionClass;
  correction_reason: string;
  published_at: Date;
}

/** Every edition after a first one, newest first, or those of one class; typos are left out. */
export async function listCorrections(
  place: Place | null,
  limit = 20,
  ofClass: CorrectionClass | null = null,
): Promise<Listed<Correction>> {
  const after = place
    ? Prisma.sql`(e.published_at, e.edition_id) < (${place.at}::timestamptz, ${place.id}::uuid)`
    : Prisma.sql`true`;
  const which = ofClass
    ? Prisma.sql`e.correction_class = ${ofClass}::correction_class`
    : Prisma.sql`e.correction_class <> 'typo'`;
  const rows = await publicDb.$queryRaw<Row[]>`
    SELECT e.edition_id, e.slug, e.number, e.kind, e.card, p.card AS earlier, e.correction_class, e.correction_reason,
           e.published_at
    FROM published_editions e
    LEFT JOIN published_editions p ON p.claim_id = e.claim_id AND p.number = e.number - 1
    WHERE ${which} AND ${after}
    ORDER BY e.published_at DESC, e.edition_id DESC LIMIT ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toCorrection),
    next: last && rows.length > limit ? cursorOf(last.published_at, last.edition_id) : null,
  };
}

function toCorrection(row: Row): Correction {
  const { number, wording, language, rating } = card.parse(row.card);
  return {
    slug: row.slug,
    number,
    wording,
    language,
    editionNumber: row.number,
    class: row.correction_class,
    reason: row.correction_reason,
    publishedAt: row.published_at.toISOString(),
    before: row.earlier === null ? null : card.parse(row.earlier).rating,
    after: row.kind === "publication" ? rating : null,
  };
}

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
  current_number: number;
  document: string;
}

/**
 * The correction request of this reference as its reader sees it, without the e-mail address; null for any other. Read by
 * the readers' role through the one function that gives it a request, and only for its whole reference.
 */
export async function findRequest(reference: string): Promise<FollowedRequest | null> {
  if (!isReference(reference)) return null;
  const [row] = await publicDb.$queryRaw<FollowedRow[]>`
    SELECT r.reference, r.edition_number, r.problem, r.source_url, r.state::text, r.outcome::text, r.answer, r.created_at,
           r.taken_up_at, r.answered_at, p.slug, p.edition_number AS current_number, p.document
    FROM followed_request(${reference}) r JOIN publications p ON p.claim_id = r.claim_id`;
  if (!row) return null;
  const { wording, language } = unseal(row.document).claim;
  return {
    reference: row.reference,
    claim: { slug: row.slug, wording, language },
    editionNumber: row.edition_number,
    currentNumber: row.current_number,
    problem: row.problem,
    sourceUrl: row.source_url,
    state: row.state,
    outcome: row.outcome,
    answer: row.answer,
    createdAt: row.created_at,
    takenUpAt: row.taken_up_at,
    answeredAt: row.answered_at,
  };
}
