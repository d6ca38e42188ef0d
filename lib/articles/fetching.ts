import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { conflict, forbidden, invalid, notFound } from "../errors.ts";
import { refuseOtherCopies } from "../snapshots/ownership.ts";
import { canCapture } from "../snapshots/policy.ts";
import { requestCapture } from "../snapshots/requests.ts";
import { lookUpAddress, type KnownArticle } from "./addresses.ts";
import { canWorkOnArticles } from "./policy.ts";
import type { CaptureArticleAgainInput, DismissPageChangeInput, FetchArticleInput } from "./schema.ts";

/** The copy that is on its way; or the article that the desk has at the address already, and then nothing is fetched. */
export type Fetching = { snapshotId: string; known: null } | { snapshotId: null; known: KnownArticle };

/** Asks for a copy of the page at an address, of which an article can be made once it is there. */
export async function fetchArticle(actor: Member, input: FetchArticleInput): Promise<Fetching> {
  return audited<Fetching>(actor, async (tx, record) => {
    if (!canWorkOnArticles(actor) || !canCapture(actor)) throw forbidden();
    const { known } = input.anyway ? { known: null } : await lookUpAddress(tx, input.url);
    if (known) return new Unchanged<Fetching>({ snapshotId: null, known });
    const of = { fetched: true } as const;
    const asking = requestCapture(tx, record, actor, of, input.url, input.idempotencyKey);
    const { snapshotId, asked } = await asking;
    const answer: Fetching = { snapshotId, known: null };
    return asked ? answer : new Unchanged(answer);
  });
}

/** Asks for another copy of an article's page; while one is on its way, answers that one. */
export async function captureArticleAgain(
  actor: Member,
  { articleId, idempotencyKey }: CaptureArticleAgainInput,
): Promise<{ snapshotId: string }> {
  return audited(actor, async (tx, record) => {
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { url: true } });
    if (!article) throw notFound("article");
    if (!canWorkOnArticles(actor) || !canCapture(actor)) throw forbidden();
    if (article.url === null)
      throw invalid("This article has no address. Add it under Details, or add a version by hand.");
    const asking = requestCapture(tx, record, actor, { articleId }, article.url, idempotencyKey);
    const { snapshotId, asked } = await asking;
    return asked ? { snapshotId } : new Unchanged({ snapshotId });
  });
}

/** Says, for the whole desk, that nothing that matters changed from the latest version of an article to a later copy. */
export async function dismissPageChange(
  actor: Member,
  { snapshotId, articleVersionId: versionId }: DismissPageChangeInput,
): Promise<{ articleId: string }> {
  return audited(actor, async (tx, record) => {
    const [version] = await tx.$queryRaw<{ articleId: string; isLatest: boolean }[]>`
      SELECT a.id AS "articleId",
        NOT EXISTS (SELECT 1 FROM article_versions l WHERE l.article_id = a.id AND l.number > v.number) AS "isLatest"
      FROM article_versions v JOIN articles a ON a.id = v.article_id WHERE v.id = ${versionId}::uuid FOR UPDATE OF a`;
    if (!version) throw notFound("version of this article");
    const { articleId } = version;
    await refuseOtherCopies(tx, snapshotId, articleId);
    if (!canWorkOnArticles(actor)) throw forbidden();
    if (!version.isLatest)
      throw conflict("Somebody added a version of this text meanwhile. Reload to compare the page with it.");
    const isNews = await dismissChange(tx, record, actor, { articleId, versionId, snapshotId });
    return isNews ? { articleId } : new Unchanged({ articleId });
  });
}

/** A step: remembers that a later copy changed nothing that matters; answers whether that is news. */
export async function dismissChange(
  tx: Tx,
  record: Recorder,
  actor: Member,
  change: { articleId: string; versionId: string; snapshotId: string },
): Promise<boolean> {
  const { versionId: articleVersionId, snapshotId } = change;
  const { count } = await tx.dismissedChange.createMany({
    data: [{ articleVersionId, snapshotId, dismissedById: actor.id }],
    skipDuplicates: true,
  });
  if (count > 0) record({ name: "article.page-change-dismissed", ...change });
  return count > 0;
}
