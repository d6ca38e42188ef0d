import { createHash, randomUUID } from "node:crypto";
import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { fromColumns, toColumns } from "../calendar-date.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { nameParty } from "../parties/commands.ts";
import { giveToArticle } from "../snapshots/ownership.ts";
import { orNull } from "../text.ts";
import { canCloseFullText, canOpenFullText, canWorkOnArticles } from "./policy.ts";
import { articleSlug } from "./rules.ts";
import type { AddArticleInput, ReviseArticleDetailsInput } from "./schema.ts";

/**
 * Adds an article with its text as version 1, and makes the copy that it was taken from the article's own. The same
 * `idempotencyKey` answers the article that it made before.
 */
export async function addArticle(
  actor: Member,
  input: AddArticleInput,
): Promise<{ articleId: string; versionId: string }> {
  return audited(actor, async (tx, record) => {
    if (!canWorkOnArticles(actor)) throw forbidden();
    const { idempotencyKey } = input;
    const sent = await findByKey(tx, idempotencyKey);
    if (sent) return new Unchanged(sent);
    const made = await tx.article.createManyAndReturn({
      data: [
        {
          ...(await toDetails(tx, record, actor, input)),
          slug: articleSlug(input.title, randomUUID().slice(0, 8)),
          idempotencyKey,
          createdById: actor.id,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    const articleId = made[0]?.id;
    if (!articleId) return new Unchanged((await findByKey(tx, idempotencyKey)) ?? fail());
    const sha256 = createHash("sha256").update(input.text, "utf8").digest("hex");
    const snapshotId = orNull(input.snapshotId ?? "");
    if (snapshotId !== null) await giveToArticle(tx, snapshotId, articleId);
    const { id: versionId } = await tx.articleVersion.create({
      data: { articleId, number: 1, text: input.text, sha256, snapshotId, createdById: actor.id },
      select: { id: true },
    });
    record({ name: "article.added", articleId, versionId, title: input.title, sha256, snapshotId });
    return { articleId, versionId };
  });
}

/** Sets title, outlet, author, address, date and language right; the text never changes. Needs the version seen. */
export async function reviseArticleDetails(
  actor: Member,
  input: ReviseArticleDetailsInput,
): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const { version, ...before } = await lockDetails(tx, input.articleId);
    if (!canWorkOnArticles(actor)) throw forbidden();
    if (version !== input.version)
      throw conflict("Somebody changed this article meanwhile.", { ...before, version });
    const { articleId, version: _, ...after } = input;
    if (Object.entries(after).every(([name, value]) => before[name as keyof typeof before] === value))
      return new Unchanged({ version });
    await tx.article.update({
      where: { id: articleId },
      data: { ...(await toDetails(tx, record, actor, input)), version: version + 1 },
      select: { id: true },
    });
    record({ name: "article.details-changed", articleId, change: { before, after } });
    return { version: version + 1 };
  });
}

/**
 * A step of the commands that also make the public copy anew: opens the whole text of the latest version to readers, or
 * closes the text. Opening is refused to whoever added that version.
 */
export async function setFullText(
  tx: Tx,
  record: Recorder,
  actor: Member,
  input: { articleId: string; open: boolean },
): Promise<{ changed: boolean }> {
  const { articleId, open } = input;
  await lockArticle(tx, articleId);
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      fullTextVersion: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, createdById: true } },
    },
  });
  const latest = article.versions[0] ?? fail();
  if (open && !canOpenFullText(actor, [latest.createdById]))
    throw forbidden("An editor who did not add this text opens it to readers.");
  if (!open && !canCloseFullText(actor)) throw forbidden("Only editors and admins close the full text.");
  if (article.fullTextVersion === (open ? latest.number : null)) return { changed: false };
  await tx.article.update({
    where: { id: articleId },
    data: { fullTextApprovedById: open ? actor.id : null, fullTextVersion: open ? latest.number : null },
    select: { id: true },
  });
  record({ name: open ? "article.full-text-opened" : "article.full-text-closed", articleId });
  return { changed: true };
}

async function lockArticle(tx: Tx, articleId: string): Promise<void> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT id FROM articles WHERE id = ${articleId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw notFound("article");
}

async function lockDetails(tx: Tx, articleId: string) {
  await lockArticle(tx, articleId);
  const row = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      title: true,
      outlet: { select: { name: true } },
      author: true,
      url: true,
      publishedOn: true,
      publishedPrecision: true,
      language: true,
      version: true,
    },
  });
  return {
    title: row.title,
    outlet: row.outlet?.name ?? "",
    author: row.author ?? "",
    url: row.url ?? "",
    publishedOn: fromColumns(row.publishedOn, row.publishedPrecision) ?? "",
    language: row.language,
    version: row.version,
  };
}

type Details = Omit<AddArticleInput, "idempotencyKey" | "text" | "snapshotId">;

async function toDetails(tx: Tx, record: Recorder, actor: Member, input: Details) {
  const { on, precision } = toColumns(input.publishedOn);
  const outlet = { name: input.outlet, kind: "outlet", description: "" } as const;
  return {
    title: input.title,
    outletId: input.outlet ? await nameParty(tx, record, actor, outlet) : null,
    author: orNull(input.author),
    url: orNull(input.url),
    publishedOn: on,
    publishedPrecision: precision,
    language: input.language,
  };
}

async function findByKey(tx: Tx, idempotencyKey: string) {
  const article = await tx.article.findUnique({
    where: { idempotencyKey },
    select: { id: true, versions: { where: { number: 1 }, select: { id: true } } },
  });
  const versionId = article?.versions[0]?.id;
  return article && versionId ? { articleId: article.id, versionId } : null;
}

function fail(): never {
  throw conflict("This article is being added at this moment. Reload the list of articles to see it.");
}
