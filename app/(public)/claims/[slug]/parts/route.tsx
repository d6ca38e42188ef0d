import { findPublishedClaim } from "#lib/publication/queries";
import { findWithheldPage } from "#lib/publication/withheld";
import { answerParts } from "#components/layout/page-parts";
import { ClaimDocument } from "#components/publication/claim-document";
import { ClaimHead } from "#components/publication/claim-head";
import { ClaimReviewJsonLd } from "#components/publication/claim-review-json-ld";
import { WithheldDocument } from "#components/publication/withheld-document";
import { WithheldHead } from "#components/publication/withheld-head";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const claim = await findPublishedClaim(slug);
  if (!claim) {
    const page = await findWithheldPage(slug);
    if (!page) return new Response(null, { status: 404 });
    return answerParts(<WithheldHead page={page} />, <WithheldDocument page={page} />);
  }
  return answerParts(
    <ClaimHead {...claim} />,
    <>
      <ClaimDocument {...claim} />
      <ClaimReviewJsonLd {...claim} />
    </>,
  );
}
