import { partsBody } from "#lib/publication/parts";
import { findPublishedClaim } from "#lib/publication/queries";
import { ClaimDocument } from "#components/publication/claim-document";
import { ClaimHead } from "#components/publication/claim-head";
import { ClaimReviewJsonLd } from "#components/publication/claim-review-json-ld";
import { staticHtml } from "#components/ui/static-html";

/** What a claim's page has of its own, for our own server alone, which puts it into the frame of all such pages. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const claim = await findPublishedClaim((await params).slug);
  if (!claim) return new Response(null, { status: 404 });
  const head = staticHtml(<ClaimHead {...claim} />);
  const main = staticHtml(
    <>
      <ClaimDocument {...claim} />
      <ClaimReviewJsonLd {...claim} />
    </>,
  );
  return new Response(partsBody({ head, main }));
}
