import { correctionClassNames } from "../editions/rules.ts";
import type { Correction } from "../corrections/schema.ts";
import { deskLang } from "../publication/rules.ts";
import type { ListedClaim } from "../publication/schema.ts";
import type { Feed, FeedEntry, SitemapEntry } from "./schema.ts";
import { element, xmlDocument } from "../xml.ts";

/** "Claim: … — rated False": no title asserts a claim. `firstPublishedAt` is of its first edition. */
export function entryOfClaim(claim: ListedClaim, firstPublishedAt: string): FeedEntry {
  const by = claim.claimant === null ? "Claimed by an unknown party" : `Claimed by ${claim.claimant}`;
  return {
    url: claim.url,
    title: `Claim: ${claim.wording} — rated ${claim.rating.name}`,
    summary: `${by}. ${claim.finding}`,
    language: claim.language,
    deskLanguage: claim.deskLanguage,
    publishedAt: firstPublishedAt,
    updatedAt: claim.publishedAt,
  };
}

/** The same entry once its fact-check was retracted: whoever kept what it said learns that it no longer holds. */
export const entryOfRetracted = (
  claim: ListedClaim,
  firstPublishedAt: string,
  reason: string,
): FeedEntry => ({
  ...entryOfClaim(claim, firstPublishedAt),
  title: `Claim: ${claim.wording} — fact-check retracted`,
  summary: `We retracted this fact-check: ${reason}`,
});

/** `url` is the permanent address of the edition: a second correction of a claim is another entry. */
export function entryOfCorrection(correction: Correction, url: string): FeedEntry {
  const { before, after } = correction;
  const rating = after === null ? "retracted" : `rated ${after.name}`;
  const was = before !== null && before.name !== after?.name ? `, before: ${before.name}` : "";
  return {
    url,
    title: `${correctionClassNames[correction.class]}: claim: ${correction.wording} — ${rating}${was}`,
    summary: correction.reason,
    language: correction.language,
    deskLanguage: correction.deskLanguage,
    publishedAt: correction.publishedAt,
    updatedAt: correction.publishedAt,
  };
}

/** When any of it changed last; a feed without entries has not changed since the beginning. */
const updatedAt = ({ entries }: Feed): string =>
  entries.map((entry) => entry.updatedAt).reduce((a, b) => (a > b ? a : b), "1970-01-01T00:00:00.000Z");

/** The feed as Atom (RFC 4287). */
export function toAtom(feed: Feed): string {
  const link = (rel: string, type: string, href: string) => element("link", { rel, type, href });
  return xmlDocument(
    element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" },
      element("id", {}, feed.id),
      element("title", {}, feed.title),
      element("updated", {}, updatedAt(feed)),
      element("author", {}, element("name", {}, feed.deskName)),
      link("self", "application/atom+xml", `${feed.self}.xml`),
      link("alternate", "text/html", feed.page),
      ...feed.entries.map((entry) =>
        element(
          "entry",
          {},
          element("id", {}, entry.url),
          element("title", { "xml:lang": entry.language }, entry.title),
          element("published", {}, entry.publishedAt),
          element("updated", {}, entry.updatedAt),
          link("alternate", "text/html", entry.url),
          element("summary", { "xml:lang": deskLang(entry) }, entry.summary),
        ),
      ),
    ),
  );
}

/** The feed as JSON Feed 1.1. */
export const toJsonFeed = (feed: Feed) => ({
  version: "https://jsonfeed.org/version/1.1",
  title: feed.title,
  home_page_url: feed.page,
  feed_url: `${feed.self}.json`,
  authors: [{ name: feed.deskName }],
  language: "en",
  items: feed.entries.map(({ url, title, summary, deskLanguage, publishedAt, updatedAt }) => ({
    id: url,
    url,
    title,
    content_text: summary,
    date_published: publishedAt,
    date_modified: updatedAt,
    // One for the whole entry: of what is to be read.
    language: deskLanguage,
  })),
});

const sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A sitemap of at most 50,000 addresses; `address` makes a path absolute. */
export const toSitemap = (entries: SitemapEntry[], address: (path: string) => string): string =>
  xmlDocument(
    element(
      "urlset",
      { xmlns: sitemaps },
      ...entries.map(({ path, changedAt }) =>
        element(
          "url",
          {},
          element("loc", {}, address(path)),
          changedAt === null ? null : element("lastmod", {}, changedAt),
        ),
      ),
    ),
  );

/** The list of a sitemap's pieces. */
export const toSitemapIndex = (pieces: readonly string[], address: (path: string) => string): string =>
  xmlDocument(
    element(
      "sitemapindex",
      { xmlns: sitemaps },
      ...pieces.map((piece) => element("sitemap", {}, element("loc", {}, address(`/sitemaps/${piece}.xml`)))),
    ),
  );
