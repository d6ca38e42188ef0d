import type { ClaimReview, Person, WithContext } from "schema-dts";
import type { PublicView, PublishedEditionFacts } from "./schema.ts";

/**
 * schema.org ClaimReview of the current page, from the very view that the page shows; null for a retracted one. A rating
 * without a number has its name and no value: a made-up number would be a verdict that nobody gave. Sources of which we have
 * a copy are cited with it. Sample data say so here too, since nobody sees the banner above the page in these.
 */
export function claimReview(
  view: PublicView,
  edition: PublishedEditionFacts,
): WithContext<ClaimReview> | null {
  if (view.retraction !== null || edition.state === "retracted") return null;
  const { rating } = view.verdict;
  const author = view.claimant && {
    "@type": view.claimant.kind === "person" || view.claimant.kind === "unnamed" ? "Person" : "Organization",
    name: view.claimant.name,
  };
  const articles = new Map(view.passages.map(({ article }) => [article.id, article]));
  const copied = view.sources.flatMap(({ title, url, copy }) =>
    copy
      ? [
          {
            "@type": "CreativeWork" as const,
            name: title,
            ...(url !== null && { url }),
            archivedAt: new URL(copy.path, edition.url).href,
          },
        ]
      : [],
  );
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: edition.url,
    ...(view.sample && { creativeWorkStatus: "Sample data" }),
    datePublished: edition.firstPublishedAt,
    dateModified: edition.publishedAt,
    inLanguage: view.deskLanguage,
    claimReviewed: view.claim.wording,
    reviewBody: view.verdict.finding,
    itemReviewed: {
      "@type": "Claim",
      ...(author && { author: author as Person }),
      ...(view.saidOn !== null && { datePublished: isoDate(view.saidOn) }),
      appearance: [...articles.values()].map((article) => ({
        "@type": "CreativeWork" as const,
        headline: article.title,
        ...(article.url !== null && { url: article.url }),
        ...(article.publishedOn !== null && { datePublished: isoDate(article.publishedOn) }),
        ...(article.outlet !== null && {
          publisher: { "@type": "Organization" as const, name: article.outlet },
        }),
      })),
    },
    ...(copied.length > 0 && { citation: copied }),
    author: { "@type": "Organization", name: edition.deskName, url: new URL("/", edition.url).href },
    reviewRating: {
      "@type": "Rating",
      alternateName: rating.name,
      ratingExplanation: rating.definition,
      ...(rating.value !== null && { ratingValue: rating.value, bestRating: 5, worstRating: 1 }),
    },
  };
}

/** schema.org knows no approximate dates: the mark of one is left out. */
const isoDate = (date: string): string => date.replace("~", "");

/** JSON that cannot end the script element it stands in, nor a line of it, whatever words are in it. */
export const asScriptData = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
