import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { lookUpAddress, type AddressFacts } from "./addresses.ts";
import type { CoverageMark } from "./rules.ts";

export interface ArticleView {
  id: string;
  slug: string;
  title: string;
  outlet: string | null;
  author: string | null;
  url: string | null;
  /** A partial ISO date */
  publishedOn: string | null;
  language: string;
  /** The version whose text an editor opened to readers; null while none is. */
  fullTextVersion: number | null;
  /** Whoever added the latest text: they may not open the whole text to readers. */
  addedBy: string[];
  version: number;
  /** The number of the latest version of its text. */
  latest: number;
  text: { versionId: string; number: number; text: string; sha256: string; capturedAt: Date };
}

/** An article with its latest text, or with that of another version; refuses an unknown id or number. */
export async function getArticle(_actor: Member, id: string, number?: number): Promise<ArticleView> {
  const row = await db.article.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      title: true,
      outlet: { select: { name: true } },
      author: true,
      url: true,
      publishedOn: true,
      publishedPrecision: true,
      language: true,
      fullTextVersion: true,
      version: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, number: true, createdById: true },
      },
    },
  });
  const latest = row?.versions[0];
  if (!row || !latest) throw notFound("article");
  const version = await db.articleVersion.findUnique({
    where: { articleId_number: { articleId: id, number: number ?? latest.number } },
    select: { id: true, number: true, text: true, sha256: true, createdAt: true },
  });
  if (!version) throw notFound("version of this article");
  const { versions: _versions, publishedOn, publishedPrecision, outlet, ...details } = row;
  const { id: versionId, createdAt: capturedAt, ...text } = version;
  return {
    ...details,
    outlet: outlet?.name ?? null,
    publishedOn: fromColumns(publishedOn, publishedPrecision),
    addedBy: [latest.createdById],
    latest: latest.number,
    text: { ...text, versionId, capturedAt },
  };
}

export interface ArticleName {
  id: string;
  title: string;
  language: string;
}

/** What an article is called; refuses an unknown id. */
export async function getArticleName(_actor: Member, id: string): Promise<ArticleName> {
  const row = await db.article.findUnique({
    where: { id },
    select: { id: true, title: true, language: true },
  });
  if (!row) throw notFound("article");
  return row;
}

/** What the desk's articles say about an http(s) address. */
export const findAddressFacts = (_actor: Member, url: string): Promise<AddressFacts> =>
  lookUpAddress(db, url);

export interface ArticlePage {
  articles: {
    id: string;
    title: string;
    outlet: string | null;
    author: string | null;
    publishedOn: string | null;
    language: string;
    createdAt: Date;
    /** Of all its versions. */
    passages: number;
  }[];
  /** The id to continue from; null at the end. */
  next: string | null;
}

const pageSize = 50;

/** The desk's articles, newest first, a page at a time; `after` is the `next` of the page before. */
export async function listArticles(_actor: Member, after: string | null = null): Promise<ArticlePage> {
  const from =
    after && (await db.article.findUnique({ where: { id: after }, select: { id: true, createdAt: true } }));
  const rows = await db.article.findMany({
    where: from
      ? {
          createdAt: { lte: from.createdAt },
          OR: [{ createdAt: { lt: from.createdAt } }, { id: { lt: from.id } }],
        }
      : {},
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: {
      id: true,
      title: true,
      outlet: { select: { name: true } },
      author: true,
      publishedOn: true,
      publishedPrecision: true,
      language: true,
      createdAt: true,
      versions: { select: { _count: { select: { passages: true } } } },
    },
  });
  const page = rows.slice(0, pageSize);
  return {
    articles: page.map(({ versions, outlet, publishedOn, publishedPrecision, ...article }) => ({
      ...article,
      outlet: outlet?.name ?? null,
      publishedOn: fromColumns(publishedOn, publishedPrecision),
      passages: versions.reduce((sum, version) => sum + version._count.passages, 0),
    })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** What somebody looked at in an article version and found no claim in, in the order of the text. */
export async function listCoverage(_actor: Member, articleVersionId: string): Promise<CoverageMark[]> {
  return db.coverageMark.findMany({
    where: { articleVersionId },
    orderBy: { start: "asc" },
    select: { start: true, end: true, kind: true, reason: true },
  });
}
