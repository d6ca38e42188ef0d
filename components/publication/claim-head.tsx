import { pageDescription, pageTitle, titled } from "#lib/publication/rules";
import type { PublicView, PublishedEditionFacts } from "#lib/publication/schema";

/**
 * What a claim's page says of itself in its head, where React puts these: for search engines, feed readers, oEmbed, and the
 * cards of social networks.
 */
export function ClaimHead({ view, edition }: { view: PublicView; edition: PublishedEditionFacts }) {
  const title = pageTitle(view);
  const description = pageDescription(view);
  const address = (path: string) => new URL(path, edition.url).href;
  const oembed = address(`/oembed?url=${encodeURIComponent(edition.url)}`);
  return (
    <>
      <title>{titled(title, edition.deskName)}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={edition.url} />
      <link rel="alternate" type="application/json" href={address(`/api/v1/claims/${view.claim.slug}`)} />
      <link rel="alternate" type="application/json+oembed" href={oembed} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={edition.url} />
      <meta property="og:site_name" content={edition.deskName} />
      <meta property="og:type" content="article" />
      <meta property="og:image" content={`${edition.url}/image.png`} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      {/* Its other text says what the picture says. */}
      <meta property="og:image:alt" content={title} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
