import { answerXml } from "#lib/feeds/answer";
import { toSitemap } from "#lib/feeds/rules";
import { readSitemapPiece } from "#lib/feeds/sitemap";
import { publicAddress } from "#lib/publication/queries";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ piece: string }> },
): Promise<Response> {
  const entries = await readSitemapPiece((await params).piece.replace(/\.xml$/, ""));
  if (entries.length === 0) return new Response(null, { status: 404 });
  return answerXml(toSitemap(entries, publicAddress));
}
