import { pageDescription, pageTitle } from "./rules.ts";
import type { PublicView, PublishedEditionFacts } from "./schema.ts";

/** The head of a claim's page: for search engines, feed readers, oEmbed, and the cards of social networks. */
export function claimMetadata(view: PublicView, edition: PublishedEditionFacts) {
  const words = { title: pageTitle(view), description: pageDescription(view) };
  const address = (path: string) => new URL(path, edition.url).href;
  // Its other text says what the picture says.
  const image = {
    url: `${edition.url}/image.png`,
    width: 1200,
    height: 630,
    type: "image/png",
    alt: words.title,
  };
  return {
    ...words,
    alternates: {
      canonical: edition.url,
      types: {
        "application/json": address(`/api/v1/claims/${view.claim.slug}`),
        "application/json+oembed": address(`/oembed?url=${encodeURIComponent(edition.url)}`),
      },
    },
    openGraph: {
      ...words,
      type: "article" as const,
      url: edition.url,
      siteName: edition.deskName,
      images: [image],
    },
    twitter: { card: "summary_large_image" as const },
  };
}
