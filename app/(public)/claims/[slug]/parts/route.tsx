import { findPublishedClaim } from "#lib/publication/queries";
import { answerParts } from "#components/layout/page-parts";
import { ClaimDocument } from "#components/publication/claim-document";
import { ClaimHead } from "#components/publication/claim-head";
import { ClaimReviewJsonLd } from "#components/publication/claim-review-json-ld";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const claim = await findPublishedClaim((await params).slug);
  if (!claim) return new Response(null, { status: 404 });
  return answerParts(
    <ClaimHead {...claim} />,
    <>
      <ClaimDocument {...claim} />
      <ClaimReviewJsonLd {...claim} />
    </>,
  );
}
