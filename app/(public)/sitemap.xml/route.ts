import { answerXml } from "#lib/feeds/answer";
import { toSitemap, toSitemapIndex } from "#lib/feeds/rules";
import { readSitemap } from "#lib/feeds/sitemap";
import { publicAddress } from "#lib/publication/queries";

// Made from what is published now, never at build time.
export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const sitemap = await readSitemap();
  return answerXml(
    "entries" in sitemap
      ? toSitemap(sitemap.entries, publicAddress)
      : toSitemapIndex(sitemap.pieces, publicAddress),
  );
}
