import type { Tx } from "../audit/audited.ts";
import { conflict, notFound } from "../errors.ts";

/**
 * A step: what was fetched becomes a copy of this article's page, for good. Refuses a copy that belongs to something
 * already, and one that did not succeed.
 */
export async function giveToArticle(tx: Tx, snapshotId: string, articleId: string): Promise<void> {
  const copy = await lockCopy(tx, snapshotId);
  if (copy.isOwned) throw conflict("This copy belongs to an article or a source already. Reload to see it.");
  refuseUncaptured(copy);
  await tx.snapshot.update({ where: { id: snapshotId }, data: { articleId }, select: { id: true } });
}

/** A step: refuses every copy but a captured one of this article's page. */
export async function refuseOtherCopies(tx: Tx, snapshotId: string, articleId: string): Promise<void> {
  const copy = await lockCopy(tx, snapshotId);
  if (copy.articleId !== articleId) throw notFound("copy of this article");
  refuseUncaptured(copy);
}

function refuseUncaptured({ outcome }: Copy): void {
  if (outcome !== "captured")
    throw conflict("Nothing was captured there. Try again, or paste the text by hand.");
}

interface Copy {
  outcome: string | null;
  articleId: string | null;
  isOwned: boolean;
}

async function lockCopy(tx: Tx, id: string): Promise<Copy> {
  const [copy] = await tx.$queryRaw<Copy[]>`
    SELECT outcome::text, article_id AS "articleId", num_nonnulls(source_id, article_id) > 0 AS "isOwned"
    FROM snapshots WHERE id = ${id}::uuid FOR UPDATE`;
  if (!copy) throw notFound("copy");
  return copy;
}
