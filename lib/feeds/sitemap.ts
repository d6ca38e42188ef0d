import { publicDb } from "../public-db.ts";
import { measurePath, partyPath, topicPath } from "../publication/addresses.ts";
import { articlePath, claimPath } from "../publication/rules.ts";
import type { SitemapEntry } from "./schema.ts";

/** What the protocol allows in one file. */
const PIECE = 50_000;

const pages: SitemapEntry[] = ["/", "/corrections", "/methodology", "/policies", "/data"].map((path) => ({
  path,
  changedAt: null,
}));

/**
 * Everything in one file while it fits, else the names of its pieces. Pieces of claims are stretches of their numbers, so a
 * claim never moves from one to another and none is read by counting rows.
 */
export async function readSitemap(): Promise<{ entries: SitemapEntry[] } | { pieces: string[] }> {
  const [last] = await publicDb.$queryRaw<
    { number: number | null }[]
  >`SELECT max(number) AS number FROM publications`;
  const [articles, nouns] = await Promise.all([readArticles(), readNouns()]);
  const others = pages.length + articles.length + nouns.length;
  if ((last?.number ?? 0) <= PIECE) {
    const claims = await readClaims(0);
    if (claims.length + others <= PIECE) return { entries: [...pages, ...claims, ...articles, ...nouns] };
  }
  const stretches = await publicDb.$queryRaw<{ piece: number }[]>`
    SELECT piece FROM generate_series(0, ${Math.floor(((last?.number ?? 1) - 1) / PIECE)}::integer) AS piece
    WHERE EXISTS (SELECT 1 FROM publications
      WHERE number > piece * ${PIECE}::integer AND number <= (piece + 1) * ${PIECE}::integer AND state = 'public')`;
  return {
    pieces: [
      "pages",
      ...stretches.map(({ piece }) => String(piece)),
      ...(articles.length > 0 ? ["articles"] : []),
      ...(nouns.length > 0 ? ["nouns"] : []),
    ],
  };
}

/** One piece of the sitemap by its name; empty for any other name. */
export async function readSitemapPiece(name: string): Promise<SitemapEntry[]> {
  if (name === "pages") return pages;
  if (name === "articles") return readArticles();
  if (name === "nouns") return readNouns();
  return /^\d{1,4}$/.test(name) ? readClaims(Number(name)) : [];
}

async function readClaims(piece: number): Promise<SitemapEntry[]> {
  const rows = await publicDb.publication.findMany({
    where: { number: { gt: piece * PIECE, lte: (piece + 1) * PIECE }, state: "public" },
    orderBy: { number: "asc" },
    select: { slug: true, publishedAt: true },
  });
  return rows.map(({ slug, publishedAt }) => ({
    path: claimPath(slug),
    changedAt: publishedAt.toISOString(),
  }));
}

/** The articles that changed last, as many as fit into one file. */
async function readArticles(): Promise<SitemapEntry[]> {
  const rows = await publicDb.publicArticle.findMany({
    orderBy: [{ updatedAt: "desc" }, { articleId: "desc" }],
    take: PIECE,
    select: { slug: true, updatedAt: true },
  });
  return rows.map(({ slug, updatedAt }) => ({ path: articlePath(slug), changedAt: updatedAt.toISOString() }));
}

const pathOfNoun = {
  party: partyPath,
  measure: measurePath,
  topic: (_name: string, slug: string) => topicPath(slug),
};

/** Parties, measures and topics with the most claims, as many as fit into one file. */
async function readNouns(): Promise<SitemapEntry[]> {
  const rows = await publicDb.$queryRaw<
    { noun: keyof typeof pathOfNoun; value: string; label: string; updated_at: Date }[]
  >`SELECT CASE WHEN facet IN ('measure', 'topic') THEN facet ELSE 'party' END AS noun, value,
      (array_agg(label ORDER BY named_at DESC))[1] AS label, max(updated_at) AS updated_at
    FROM public_facets WHERE facet IN ('party', 'disputes', 'quoted', 'measure', 'topic') AND claims > 0
    GROUP BY 1, 2 ORDER BY max(claims) DESC, value LIMIT ${PIECE}`;
  return rows.map(({ noun, value, label, updated_at: at }) => ({
    path: pathOfNoun[noun](label, value),
    changedAt: at.toISOString(),
  }));
}
