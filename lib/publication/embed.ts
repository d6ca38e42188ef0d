import { claimPath, pageTitle } from "./rules.ts";
import type { PublicView, PublishedEditionFacts } from "./schema.ts";

export const embedPath = (slug: string): string => `/embed/${slug}`;

const size = { width: 600, height: 360 };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The markup by which another site shows the card of a claim: a frame that runs no script. */
export function embedMarkup(
  view: PublicView,
  address: (path: string) => string,
  { width, height } = size,
): string {
  const src = escaped(address(embedPath(view.claim.slug)));
  return `<iframe src="${src}" width="${width}" height="${height}" title="${escaped(pageTitle(view))}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/** The slug in the address of a claim's page or of one of its editions on this site; null for any other address. */
export function slugOfAddress(url: string, site: string): string | null {
  if (!URL.canParse(url)) return null;
  const { host, pathname } = new URL(url);
  if (host !== new URL(site).host) return null;
  return /^\/claims\/([\w-]{1,200})(?:\/editions\/\d+)?\/?$/.exec(pathname)?.[1] ?? null;
}

/**
 * The answer to an oEmbed request (oembed.com, version 1.0), no wider and no higher than was asked for, however little that
 * is: whoever laid a page out knows its room.
 */
export function oembed(
  { view, edition }: { view: PublicView; edition: PublishedEditionFacts },
  address: (path: string) => string,
  most: { width: number | null; height: number | null },
) {
  const width = Math.min(size.width, most.width ?? size.width);
  const height = Math.min(size.height, most.height ?? size.height);
  return {
    version: "1.0",
    type: "rich",
    title: pageTitle(view),
    provider_name: edition.deskName,
    provider_url: address("/"),
    cache_age: 300,
    width,
    height,
    html: embedMarkup(view, address, { width, height }),
    url: address(claimPath(view.claim.slug)),
  };
}
