import type { Tx } from "../audit/audited.ts";
import { databaseTime } from "../clock.ts";
import { unseal } from "../editions/digest.ts";
import type { PublicDocument } from "../editions/schema.ts";
import type { PublicArticleDocument } from "./schema.ts";

/**
 * Makes the public copy of an article anew from the publications that cite it: nothing but approved text, and all of
 * the article's text where a second person opened it. Locks the article, so that two publications do not lose one
 * another's passages. Does nothing for an article that no publication ever cited. Answers the slugs under which readers
 * find it.
 */
export async function refreshPublicArticle(tx: Tx, articleId: string): Promise<string[]> {
  await tx.$queryRaw`SELECT id FROM articles WHERE id = ${articleId}::uuid FOR UPDATE`;
  const publications = await tx.publication.findMany({
    where: { articleIds: { has: articleId } },
    orderBy: [{ publishedAt: "desc" }, { claimId: "desc" }],
    select: { claimId: true, document: true },
  });
  const known = await tx.publicArticle.findUnique({ where: { articleId }, select: { document: true } });
  const cited = publications.flatMap(({ claimId, document }) =>
    unseal(document)
      .passages.filter((passage) => passage.article.id === articleId)
      .map(({ article, ...passage }) => ({ article, passage: { claimId, ...passage } })),
  );
  // The text is that of the newest version that anybody cites, its particulars as they were published last.
  const version = Math.max(...cited.map(({ article }) => article.version));
  const newest = cited.find(({ article }) => article.version === version)?.article;
  if (!newest && !known) return [];
  const particulars = newest
    ? publicParticulars(newest)
    : (known?.document as unknown as PublicArticleDocument);
  const document = {
    ...particulars,
    text: await openText(tx, articleId, particulars.version),
    passages: inTextOrder(cited.filter(({ article }) => article.version === version)).map(
      ({ passage }) => passage,
    ),
    earlier: inTextOrder(cited.filter(({ article }) => article.version !== version)).map(
      ({ article, passage }) => ({ ...passage, version: article.version }),
    ),
  };
  const row = { slug: document.slug, document, updatedAt: await databaseTime(tx) };
  await tx.publicArticle.upsert({
    where: { articleId },
    create: { articleId, ...row },
    update: row,
    select: { articleId: true },
  });
  return [row.slug];
}

interface Cited {
  article: { version: number };
  passage: { start: number; end: number };
}

const inTextOrder = <C extends Cited>(cited: readonly C[]): C[] =>
  cited.toSorted(
    (a, b) =>
      b.article.version - a.article.version ||
      a.passage.start - b.passage.start ||
      b.passage.end - a.passage.end,
  );

function publicParticulars({ id: _id, ...rest }: PublicDocument["passages"][number]["article"]) {
  return rest;
}

/** The text of the version that the passages stand in, if that is the version that was opened. */
async function openText(tx: Tx, articleId: string, number: number): Promise<string | null> {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { fullTextVersion: true, versions: { where: { number }, select: { text: true } } },
  });
  return article.fullTextVersion === number ? (article.versions[0]?.text ?? null) : null;
}
