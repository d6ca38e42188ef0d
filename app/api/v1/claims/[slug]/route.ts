import { answerProblem, problem } from "#lib/publication/problem";
import { findPublishedClaim } from "#lib/publication/queries";
import { apiHeaders, claimForApi } from "#lib/publication/rules";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const claim = await findPublishedClaim((await params).slug);
  return claim
    ? Response.json(claimForApi(claim.view, claim.edition), { headers: apiHeaders })
    : answerProblem(problem(404, "No claim was ever published under this address."));
}
