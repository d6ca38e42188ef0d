import { findPublishedClaim } from "#lib/publication/queries";
import { apiHeaders, claimForApi } from "#lib/publication/rules";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const claim = await findPublishedClaim((await params).slug);
  if (claim) return Response.json(claimForApi(claim.view, claim.edition), { headers: apiHeaders });
  const error = "No claim was ever published under this address.";
  return Response.json({ error }, { status: 404, headers: apiHeaders });
}
