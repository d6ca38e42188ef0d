import { answerProblem, problem } from "#lib/publication/problem";
import { findPublishedClaim } from "#lib/publication/queries";
import { apiHeaders, claimForApi } from "#lib/publication/rules";
import { findWithheldPage } from "#lib/publication/withheld";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const claim = await findPublishedClaim(slug);
  if (claim) return Response.json(claimForApi(claim.view, claim.edition), { headers: apiHeaders });
  return answerProblem(
    (await findWithheldPage(slug))
      ? problem(410, "This claim is withheld for the time being; its page says on which ground.")
      : problem(404, "No claim was ever published under this address."),
  );
}
