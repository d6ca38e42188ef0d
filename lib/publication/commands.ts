import type { z } from "zod";
import { setFullText } from "../articles/commands.ts";
import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { moveClaim, type LockedClaim } from "../claims/locking.ts";
import { publicNumber } from "../claims/rules.ts";
import { databaseTime } from "../clock.ts";
import { isContradiction } from "../disputes/rules.ts";
import { approve, lockEdition, type OpenEdition } from "../editions/commands.ts";
import { unseal } from "../editions/digest.ts";
import { canPublish } from "../editions/policy.ts";
import { copiesOf } from "../editions/rules.ts";
import type { approveInput, EditionNotice, PublicDocument } from "../editions/schema.ts";
import { figureChanges } from "../editions/significance.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { refreshPublicArticle } from "./articles.ts";
import { publishCopies, readCopies, tagsOfCopies, type CopyTexts } from "./copies.ts";
import { cardOf, editionCardOf, facetsOf, tagsOfFacets } from "./facets.ts";
import { notifyReaders, tagsOfClaim } from "./notify.ts";
import type { publishTogetherInput } from "./schema.ts";
import { refuseNamed } from "./visibility.ts";

/** Publishes an approved edition, word for word; a retraction edition retracts its claim. */
export async function publishEdition(actor: Member, input: { editionId: string }) {
  const texts = await readCopies(actor, [input.editionId]);
  return audited(actor, async (tx, record) => {
    const { claim, edition } = await lockEdition(tx, input.editionId);
    if (!canPublish(actor)) throw forbidden("Only editors and admins publish.");
    if (edition.state !== "approved")
      throw conflict("This edition is not waiting to be published. Reload to see what happened.");
    return publish(tx, record, claim, edition, texts);
  });
}

/**
 * Publishes two approved editions of claims that contradict each other in one transaction, so that readers never see
 * one without the other. Refuses two that do not, and an edition that is not approved.
 */
export async function publishTogether(actor: Member, input: z.output<typeof publishTogetherInput>) {
  const ids = [input.editionId, input.otherEditionId];
  const texts = await readCopies(actor, ids);
  return audited(actor, async (tx, record) => {
    const found = await tx.edition.findMany({
      where: { id: { in: ids } },
      // Locked in the order of their claims, so that two editors who publish the same two do not wait for each other.
      orderBy: { claimId: "asc" },
      select: { id: true },
    });
    const locked: { claim: LockedClaim; edition: OpenEdition }[] = [];
    for (const { id } of found) locked.push(await lockEdition(tx, id));
    const [first, second] = locked;
    if (!first || !second) throw notFound("edition");
    if (!canPublish(actor)) throw forbidden("Only editors and admins publish.");
    if (locked.some(({ edition }) => edition.state !== "approved"))
      throw conflict("One of these editions is not waiting to be published. Reload to see what happened.");
    if (![first, second].some(({ edition }) => contradicts(edition, first.claim.id, second.claim.id)))
      throw conflict("These claims do not contradict each other any more. Publish each on its own.");
    const one = await publish(tx, record, first.claim, first.edition, texts);
    const other = await publish(tx, record, second.claim, second.edition, texts);
    return { published: [one, other] };
  });
}

/** Whether the edition says that its claim contradicts one of these claims. */
const contradicts = (edition: OpenEdition, ...claimIds: string[]): boolean =>
  unseal(edition.document).relations.some(
    ({ claimId, kind }) => claimIds.includes(claimId) && isContradiction(kind),
  );

/** Approves exactly the edition that was read and publishes it, in one transaction. */
export async function approveAndPublish(actor: Member, input: z.output<typeof approveInput>) {
  const texts = await readCopies(actor, [input.editionId]);
  return audited(actor, async (tx, record) => {
    const { claim, edition } = await approve(tx, record, actor, input);
    return publish(tx, record, claim, edition, texts);
  });
}

/** Opens the whole text of an article to readers; refused to whoever added it. */
export async function openFullText(actor: Member, input: { articleId: string }): Promise<{ open: boolean }> {
  return showFullText(actor, input.articleId, true);
}

/** Readers see no more than the published passages of the article again. */
export async function closeFullText(actor: Member, input: { articleId: string }): Promise<{ open: boolean }> {
  return showFullText(actor, input.articleId, false);
}

async function showFullText(actor: Member, articleId: string, open: boolean): Promise<{ open: boolean }> {
  return audited(actor, async (tx, record) => {
    const { changed } = await setFullText(tx, record, actor, { articleId, open });
    if (!changed) return new Unchanged({ open });
    const slugs = await refreshPublicArticle(tx, articleId);
    await notifyReaders(
      tx,
      slugs.map((slug) => `article:${slug}`),
    );
    return { open };
  });
}

async function publish(tx: Tx, record: Recorder, claim: LockedClaim, edition: OpenEdition, texts: CopyTexts) {
  const document = unseal(edition.document);
  await refuseNamed(tx, claim.id, document);
  const retraction = edition.kind === "retraction";
  const publicState = retraction ? "retracted" : "public";
  const publishedAt = await databaseTime(tx);
  const stage = await moveClaim(tx, claim, retraction ? "publish retraction" : "publish", { publicState });
  const before = await tx.publication.findUnique({
    where: { claimId: claim.id },
    select: { document: true },
  });
  const documentBefore = before && unseal(before.document);
  const at = { editionNumber: edition.number, publishedAt: publishedAt.toISOString() };

  await tx.edition.update({
    where: { id: edition.id },
    data: { state: "published", publishedAt },
    select: { id: true },
  });
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
      card: JSON.stringify(editionCardOf(document, { editionId: edition.id, ...at }, documentBefore)),
      correctionClass: edition.correctionClass,
      correctionReason: edition.correctionReason,
      publishedAt,
    },
    select: { editionId: true },
  });
  await publishCopies(tx, document, texts);
  const relatedIds = [...new Set(document.relations.map((relation) => relation.claimId))];
  const current = {
    editionId: edition.id,
    editionNumber: edition.number,
    state: publicState,
    document: edition.document,
    digest: edition.digest,
    history: await noticesOf(tx, claim.id),
    ratingCode: document.verdict.rating.code,
    kind: document.claim.kind,
    language: document.claim.language,
    title: document.claim.wording,
    number: document.claim.number,
    card: JSON.stringify(cardOf(document, { state: publicState, ...at })),
    facets: facetsOf(document),
    searchText: searchText(document),
    relatedIds,
    articleIds: articlesOf(document),
    copyIds: copiesOf(document),
    publishedAt,
  } as const;
  await tx.publication.upsert({
    where: { claimId: claim.id },
    create: { ...current, claimId: claim.id, slug: document.claim.slug, firstPublishedAt: publishedAt },
    update: current,
    select: { claimId: true },
  });
  const slugs: string[] = [];
  for (const articleId of articlesOf(document, documentBefore))
    slugs.push(...(await refreshPublicArticle(tx, articleId)));
  const facets = [...facetsOf(document), ...(documentBefore ? facetsOf(documentBefore) : [])];
  const tags = [
    ...(await tagsOfClaim(tx, claim, slugs)),
    ...tagsOfFacets(facets),
    ...tagsOfCopies(document, documentBefore),
  ];
  await notifyReaders(tx, tags);
  record({
    name: "edition.published",
    claimId: claim.id,
    editionId: edition.id,
    number: edition.number,
    digest: edition.digest,
    retraction,
  });
  return { stage, slug: document.claim.slug, number: edition.number };
}

/** The notices of every published edition, oldest first; their conclusions say what changed. */
async function noticesOf(
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
