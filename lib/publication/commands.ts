import type { z } from "zod";
import { setFullText } from "../articles/commands.ts";
import { audited, Unchanged } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import type { LockedClaim } from "../claims/locking.ts";
import { isContradiction } from "../disputes/rules.ts";
import { approve, lockEdition, type OpenEdition } from "../editions/commands.ts";
import { unseal } from "../editions/digest.ts";
import { canPublish } from "../editions/policy.ts";
import type { approveInput } from "../editions/schema.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { refreshPublicArticle } from "./articles.ts";
import { readCopies } from "./copies.ts";
import { notifyReaders } from "./notify.ts";
import { publish } from "./publishing.ts";
import type { publishTogetherInput } from "./schema.ts";

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
