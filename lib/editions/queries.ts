import type { Member } from "../auth/schema.ts";
import { isWithheld, publicNumber } from "../claims/rules.ts";
import type { ClaimKind, PublicState, Stage } from "../claims/schema.ts";
import { seesConfidential } from "../auth/rules.ts";
import { db } from "../db.ts";
import { isContradiction } from "../disputes/rules.ts";
import { notFound } from "../errors.ts";
import { namesOf } from "../people/queries.ts";
import { changesBetween, type Change } from "./changes.ts";
import { conceal, insteadOf, namedAlthoughConfidential } from "./confidential.ts";
import { unseal } from "./digest.ts";
import { readDraft } from "./draft.ts";
import { canReview, canWithdraw } from "./policy.ts";
import { checklistOf, type Checklist } from "./checklist.ts";
import { schedulesOf, type Schedule } from "./schedules.ts";
import type { CorrectionClass, PublicDocument } from "./schema.ts";
import { waiverList } from "../verdicts/schema.ts";

export interface QueueEntry {
  editionId: string;
  number: number;
  correctionClass: CorrectionClass | null;
  state: "in_review" | "approved";
  submittedAt: Date;
  submittedBy: string;
  mayReview: boolean;
  schedule: Schedule | null;
  /** Of the claim's page, as readers see it now. */
  isWithheld: boolean;
  claim: { number: number; wording: string; language: string; kind: ClaimKind };
  rating: PublicDocument["verdict"]["rating"];
  grade: PublicDocument["verdict"]["grade"];
}

const queueSize = 100;
const whatReadersSee = {
  select: { publicState: true, publication: { select: { claimId: true } } },
} as const;

/** What waits for a decision or for publication, oldest first: at most 100, and how many there are in all. */
export async function listReviewQueue(actor: Member): Promise<{ entries: QueueEntry[]; total: number }> {
  const where = { state: { in: ["in_review", "approved"] } } satisfies {
    state: { in: ("in_review" | "approved")[] };
  };
  const [rows, total] = await Promise.all([
    db.edition.findMany({
      where,
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      take: queueSize,
      select: {
        id: true,
        number: true,
        state: true,
        correctionClass: true,
        submittedAt: true,
        submittedById: true,
        contributors: true,
        document: true,
        claim: whatReadersSee,
      },
    }),
    db.edition.count({ where }),
  ]);
  const names = await namesOf(rows.map((row) => row.submittedById));
  const schedules = await schedulesOf(rows.map((row) => row.id));
  const entries = rows.map((row) => {
    const { claim, verdict } = unseal(row.document);
    return {
      editionId: row.id,
      number: row.number,
      correctionClass: row.correctionClass,
      state: row.state as "in_review" | "approved",
      submittedAt: row.submittedAt,
      submittedBy: names.get(row.submittedById) ?? "",
      mayReview: canReview(actor, row),
      schedule: schedules.get(row.id) ?? null,
      isWithheld: isWithheld(row.claim),
      claim: { number: claim.number, wording: claim.wording, language: claim.language, kind: claim.kind },
      rating: verdict.rating,
      grade: verdict.grade,
    };
  });
  return { entries, total };
}

/** How many editions wait for a decision that this member may make; 0 for who decides on none. */
export async function countForReview(actor: Member): Promise<number> {
  if (!canReview(actor, { contributors: [] })) return 0;
  return db.edition.count({ where: { state: "in_review", NOT: { contributors: { has: actor.id } } } });
}

export interface EditionForReview {
  id: string;
  number: number;
  kind: "publication" | "retraction";
  state: string;
  document: PublicDocument;
  digest: string;
  note: string;
  /** What the checklist asked for and the desk did without. */
  waivers: { item: string; reason: string }[];
  submittedAt: Date;
  submittedBy: string;
  contributors: string[];
  changes: Change[];
  review: { decision: "approved" | "changes_requested"; note: string; by: string; at: Date } | null;
  mayReview: boolean;
  isContributor: boolean;
  /** Why this claim is related to claims that readers cannot see: hidden from them until they can. */
  hiddenReasons: { number: number; reason: string }[];
  /** What it rests on and does not name, for a member who may see it. */
  unnamed: { id: string; title: string; language: string }[];
  /** The numbers of sources that it names although they are confidential by now: it cannot be published. */
  named: number[];
  /** Approved editions of claims that this one contradicts, while this one is approved too. */
  partners: { editionId: string; number: number }[];
  schedule: Schedule | null;
  /** The claim's page is withheld, and this edition would take the notice's place. */
  endsWithholding: boolean;
}

/** One edition as its editor reads it: the document, and what changes against the last one that readers saw. */
export async function getEditionForReview(actor: Member, editionId: string): Promise<EditionForReview> {
  const edition = await db.edition.findUnique({
    where: { id: editionId },
    include: { review: true, claim: whatReadersSee },
  });
  if (!edition) throw notFound("edition");
  const previous = await db.edition.findFirst({
    where: { claimId: edition.claimId, state: "published", number: { lt: edition.number } },
    orderBy: { number: "desc" },
    select: { document: true },
  });
  const { review } = edition;
  const names = await namesOf([
    edition.submittedById,
    ...edition.contributors,
    ...(review ? [review.reviewerId] : []),
  ]);
  const { document, named } = await asSeenBy(actor, edition);
  return {
    id: edition.id,
    number: edition.number,
    kind: edition.kind,
    state: edition.state,
    document,
    digest: edition.digest,
    note: edition.note,
    waivers: waiverList.parse(edition.waivers),
    submittedAt: edition.submittedAt,
    submittedBy: names.get(edition.submittedById) ?? "",
    contributors: edition.contributors.map((id) => names.get(id) ?? ""),
    changes: await changesFor(previous && unseal(previous.document), document),
    review: review && {
      decision: review.decision,
      note: review.note,
      by: names.get(review.reviewerId) ?? "",
      at: review.at,
    },
    mayReview: canReview(actor, edition),
    isContributor: canWithdraw(actor, edition),
    hiddenReasons: await hiddenReasons(document),
    unnamed: await listUnnamed(actor, edition.claimId),
    named,
    partners: edition.state === "approved" ? await approvedPartners(document) : [],
    schedule: (await schedulesOf([edition.id])).get(edition.id) ?? null,
    endsWithholding: edition.state !== "published" && isWithheld(edition.claim),
  };
}

/**
 * The document without what the member may not see of sources that became confidential after it was sealed; what readers
 * were told already is no secret any more.
 */
async function asSeenBy(
  actor: Member,
  edition: { claimId: string; state: string; document: string },
): Promise<{ document: PublicDocument; named: number[] }> {
  const document = unseal(edition.document);
  if (edition.state === "published") return { document, named: [] };
  const named = await namedAlthoughConfidential(db, edition.claimId, document);
  const sealed = named.filter(({ createdById }) => !seesConfidential(actor, createdById));
  return { document: conceal(document, insteadOf(sealed)), named: named.map(({ number }) => number) };
}

/** The confidential sources of a claim that the member may see, oldest first. */
async function listUnnamed(actor: Member, claimId: string): Promise<EditionForReview["unnamed"]> {
  const uses = { some: { claimId } };
  return db.source.findMany({
    where: {
      visibility: { not: "public" },
      OR: [{ evidence: uses }, { positions: uses }],
      ...(actor.role === "checker" && { createdById: actor.id }),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, title: true, language: true },
  });
}

/** What changes for the reader, with other claims by their numbers. */
async function changesFor(before: PublicDocument | null, after: PublicDocument): Promise<Change[]> {
  if (!before) return [];
  const ids = [...before.relations, ...after.relations].map(({ claimId }) => claimId);
  const claims = await db.claim.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, number: true },
  });
  const numbers = new Map(claims.map(({ id, number }) => [id, publicNumber(number)]));
  return changesBetween(before, after, (id) => numbers.get(id) ?? id);
}

async function hiddenReasons({ relations }: PublicDocument): Promise<EditionForReview["hiddenReasons"]> {
  const ids = relations.filter(({ reason }) => reason !== "").map(({ claimId }) => claimId);
  if (ids.length === 0) return [];
  const claims = await db.claim.findMany({
    where: { id: { in: ids }, publicState: { not: "public" } },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  });
  return claims.flatMap(({ id, number }) =>
    relations.flatMap(({ claimId, reason }) => (claimId === id && reason ? [{ number, reason }] : [])),
  );
}

async function approvedPartners({ relations }: PublicDocument): Promise<EditionForReview["partners"]> {
  const ids = relations.filter(({ kind }) => isContradiction(kind)).map(({ claimId }) => claimId);
  if (ids.length === 0) return [];
  const rows = await db.edition.findMany({
    where: { claimId: { in: ids }, state: "approved" },
    orderBy: { claimId: "asc" },
    select: { id: true, claim: { select: { number: true } } },
  });
  return rows.map(({ id, claim }) => ({ editionId: id, number: claim.number }));
}

export interface Submission {
  claimId: string;
  /** Of the claim. */
  number: number;
  stage: Stage;
  publicState: PublicState;
  slug: string;
  /** What the checklist misses or doubts. */
  checklist: Checklist;
  /** Against what readers see now; empty for a claim that was never public. */
  changes: Change[];
  publishedNumber: number | null;
  /** Readers see a notice in the place of the page. */
  isWithheld: boolean;
  /** As the page will number them now: the reasoning points to them by number. */
  sources: { number: number; title: string; language: string }[];
  open: { id: string; state: string; isContributor: boolean } | null;
  /** The note of the editor who last asked for changes, as long as nothing was submitted since. */
  changesRequested: { note: string; by: string; at: Date } | null;
}

/** Where a claim stands on its way to readers, for its page at the desk. */
export async function getSubmission(actor: Member, claimId: string): Promise<Submission> {
  const [draft, found, editions] = await Promise.all([
    readDraft(db, claimId),
    db.claim.findUnique({
      where: { id: claimId },
      select: { number: true, stage: true, slug: true, ...whatReadersSee.select },
    }),
    db.edition.findMany({
      where: { claimId },
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      take: 50,
      include: { review: true },
    }),
  ]);
  if (!draft || !found) throw notFound("claim");
  const { publication: _, ...claim } = found;
  const published = editions.filter((e) => e.state === "published").sort((a, b) => b.number - a.number)[0];
  const open = editions.find((e) => e.state === "in_review" || e.state === "approved");
  const { rating, grade } = draft.verdict;
  const complete = rating && grade ? { ...draft, verdict: { ...draft.verdict, rating, grade } } : null;
  const sentBack = editions[0]?.state === "changes_requested" ? editions[0].review : null;
  const names = await namesOf(sentBack ? [sentBack.reviewerId] : []);
  return {
    claimId,
    ...claim,
    checklist: checklistOf(draft),
    changes: published && complete ? await changesFor(unseal(published.document), complete) : [],
    publishedNumber: published?.number ?? null,
    isWithheld: isWithheld(found),
    sources: draft.sources.map(({ number, title, language, confidential }) => ({
      number,
      title: confidential ? `${title}: ${Object.values(confidential).join()}` : title,
      language,
    })),
    open: open ? { id: open.id, state: open.state, isContributor: canWithdraw(actor, open) } : null,
    changesRequested: sentBack && {
      note: sentBack.note,
      by: names.get(sentBack.reviewerId) ?? "",
      at: sentBack.at,
    },
  };
}
