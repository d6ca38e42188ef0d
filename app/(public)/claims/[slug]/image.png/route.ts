import { cardOf, cardType } from "#lib/publication/card";
import { findPublishedClaim } from "#lib/publication/queries";

/** What the picture of a claim says; the server draws it, apart from all that it answers meanwhile. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const claim = await findPublishedClaim((await params).slug);
  if (!claim) return new Response(null, { status: 404 });
  return Response.json(cardOf(claim.view, claim.edition), { headers: { "Content-Type": cardType } });
}
