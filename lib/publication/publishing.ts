import type { Recorder, Tx } from "../audit/audited.ts";
import { moveClaim, type LockedClaim } from "../claims/locking.ts";
import { publicNumber } from "../claims/rules.ts";
import { databaseTime } from "../clock.ts";
import type { OpenEdition } from "../editions/commands.ts";
import { unseal } from "../editions/digest.ts";
import { copiesOf } from "../editions/rules.ts";
import type { CorrectionClass, EditionNotice, PublicDocument } from "../editions/schema.ts";
import { figureChanges } from "../editions/significance.ts";
import { refreshPublicArticle } from "./articles.ts";
import { publishCopies, tagsOfCopies, type CopyTexts } from "./copies.ts";
import { cardOf, editionCardOf, facetsOf, tagsOfFacets } from "./facets.ts";
import { notifyReaders, tagsOfClaim } from "./notify.ts";
import { refuseNamed } from "./visibility.ts";

/** What is being put before readers: the edition, its document, since when it counts, and the one before that they can read. */
export interface Publishing {
  claim: Pick<LockedClaim, "id" | "number">;
  edition: Pick<OpenEdition, "id" | "number" | "kind" | "document" | "digest"> & {
    correctionClass: CorrectionClass | null;
    correctionReason: string | null;
  };
  document: PublicDocument;
  publishedAt: Date;
  before: PublicDocument | null;
}

/**
 * A step: puts an approved edition of a locked claim before readers, word for word, with everything that is made of it (lists,
 * articles, copies of sources), and tells the pages that change. A retraction edition retracts its claim.
 */
export async function publish(
  tx: Tx,
  record: Recorder,
  claim: LockedClaim,
  edition: OpenEdition,
  texts: CopyTexts,
) {
  const document = unseal(edition.document);
  await refuseNamed(tx, claim.id, document);
  const retraction = edition.kind === "retraction";
  const publicState = retraction ? "retracted" : "public";
  const publishedAt = await databaseTime(tx);
  const stage = await moveClaim(tx, claim, retraction ? "publish retraction" : "publish", { publicState });
  await tx.edition.update({
    where: { id: edition.id },
    data: { state: "published", publishedAt },
    select: { id: true },
  });
  const publishing = { claim, edition, document, publishedAt, before: await readableBefore(tx, edition) };
  await addPublishedEdition(tx, publishing);
  await publishCopies(tx, document, texts);
  await replacePublication(tx, publishing);
  await tellReaders(tx, claim, [document, publishing.before]);
  const { number, digest } = edition;
  record({ name: "edition.published", claimId: claim.id, editionId: edition.id, number, digest, retraction });
  return { stage, slug: document.claim.slug, number };
}

/** The document of the last edition before this one that readers can read; null where there is none. */
export async function readableBefore(
  tx: Tx,
  { claimId, number }: { claimId: string; number: number },
): Promise<PublicDocument | null> {
  const row = await tx.publishedEdition.findFirst({
    where: { claimId, number: { lt: number } },
    orderBy: { number: "desc" },
    select: { document: true },
  });
  return row && unseal(row.document);
}

/** A step: the edition as it stays at its own address, and in the list of corrections. */
export async function addPublishedEdition(
  tx: Tx,
  { claim, edition, document, publishedAt, before }: Publishing,
): Promise<void> {
  const at = { editionNumber: edition.number, publishedAt: publishedAt.toISOString() };
  await tx.publishedEdition.create({
    data: {
      editionId: edition.id,
      claimId: claim.id,
      slug: document.claim.slug,
      number: edition.number,
      kind: edition.kind,
      document: edition.document,
      digest: edition.digest,
      title: document.claim.wording,
      card: JSON.stringify(editionCardOf(document, { editionId: edition.id, ...at }, before)),
      correctionClass: edition.correctionClass,
      correctionReason: edition.correctionReason,
      publishedAt,
    },
    select: { editionId: true },
  });
}

/** A step: the claim as readers see it from now on. */
export async function replacePublication(
  tx: Tx,
  { claim, edition, document, publishedAt }: Publishing,
): Promise<void> {
  const state: "public" | "retracted" = edition.kind === "retraction" ? "retracted" : "public";
  const at = { editionNumber: edition.number, publishedAt: publishedAt.toISOString() };
  const current = {
    editionId: edition.id,
    editionNumber: edition.number,
    state,
    document: edition.document,
    digest: edition.digest,
    history: await noticesOf(tx, claim.id),
    ratingCode: document.verdict.rating.code,
    kind: document.claim.kind,
    language: document.claim.language,
    title: document.claim.wording,
    number: document.claim.number,
    card: JSON.stringify(cardOf(document, { state, ...at })),
    facets: facetsOf(document),
    searchText: searchText(document),
    relatedIds: [...new Set(document.relations.map((relation) => relation.claimId))],
    articleIds: articlesOf(document),
    copyIds: copiesOf(document),
    publishedAt,
  };
  // Not of what can be read: the first edition may be withheld.
  const first = await tx.edition.findFirstOrThrow({
    where: { claimId: claim.id, number: 1, state: "published" },
    select: { publishedAt: true },
  });
  await tx.publication.upsert({
    where: { claimId: claim.id },
    create: {
      ...current,
      claimId: claim.id,
      slug: document.claim.slug,
      firstPublishedAt: first.publishedAt ?? publishedAt,
    },
    update: current,
    select: { claimId: true },
  });
}

/**
 * A step: makes the articles anew that these documents of the claim cite (what readers saw and what they see now), and tells
 * which pages say something else now.
 */
export async function tellReaders(
  tx: Tx,
  claim: Publishing["claim"],
  documents: readonly (PublicDocument | null)[],
): Promise<void> {
  const slugs: string[] = [];
  for (const articleId of articlesOf(...documents))
    slugs.push(...(await refreshPublicArticle(tx, articleId)));
  await notifyReaders(tx, [
    ...(await tagsOfClaim(tx, claim, slugs)),
    ...tagsOfFacets(documents.flatMap((document) => (document ? facetsOf(document) : []))),
    ...tagsOfCopies(...documents),
  ]);
}

/** The notices of every edition that readers can read, oldest first; their conclusions say what changed. */
export async function noticesOf(
  tx: Tx,
  claimId: string,
): Promise<{ [K in keyof EditionNotice]: EditionNotice[K] }[]> {
  const editions = await tx.publishedEdition.findMany({
    where: { claimId },
    orderBy: { number: "asc" },
    select: {
      number: true,
      kind: true,
      document: true,
      correctionClass: true,
      correctionReason: true,
      publishedAt: true,
    },
  });
  let before: PublicDocument | null = null;
  return editions.map(({ document, publishedAt, ...notice }) => {
    const after = unseal(document);
    const { rating, grade, finding } = after.verdict;
    const figures = before && notice.correctionClass === "correction" ? figureChanges(before, after) : [];
    before = after;
    return {
      ...notice,
      publishedAt: publishedAt.toISOString(),
      rating: rating.name,
      grade,
      finding,
      deskLanguage: after.deskLanguage,
      figures,
    };
  });
}

function articlesOf(...documents: (PublicDocument | null)[]): string[] {
  const ids = documents.flatMap((document) => document?.passages.map((passage) => passage.article.id) ?? []);
  // In one order everywhere, since each is locked in turn.
  return [...new Set(ids)].sort();
}

function searchText(document: PublicDocument): string {
  return [
    publicNumber(document.claim.number),
    document.claim.wording,
    document.claimant?.name,
    document.verdict.rating.name,
    document.verdict.finding,
    ...document.passages.flatMap(({ article }) => [article.title, article.outlet]),
    ...document.positions.map(({ party }) => party.name),
  ]
    .filter(Boolean)
    .join("\n");
}
