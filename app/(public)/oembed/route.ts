import type { NextRequest } from "next/server";
import { oembed, slugOfAddress } from "#lib/publication/embed";
import { findPublishedClaim, publicAddress } from "#lib/publication/queries";
import { apiHeaders } from "#lib/publication/rules";

/** oEmbed for the address of a claim. Answers JSON; to any other format 501, which oembed.com (2.3.3) has for it. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams;
  const format = query.get("format") ?? "json";
  if (format !== "json") return refuse(501, "Only format=json is offered.");
  const width = bound(query.get("maxwidth"));
  const height = bound(query.get("maxheight"));
  if (width === undefined || height === undefined)
    return refuse(400, "Send maxwidth and maxheight as numbers of pixels, at least 1, or leave them out.");
  const slug = slugOfAddress(query.get("url") ?? "", publicAddress("/"));
  const claim = slug === null ? null : await findPublishedClaim(slug);
  if (!claim) return refuse(404, "Send as url the address of a published claim on this site.");
  return Response.json(oembed(claim, publicAddress, { width, height }), { headers: apiHeaders });
}

/** The number; null for none, undefined for what is no number. */
function bound(text: string | null): number | null | undefined {
  if (text === null) return null;
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}

const refuse = (status: number, error: string) => Response.json({ error }, { status, headers: apiHeaders });
