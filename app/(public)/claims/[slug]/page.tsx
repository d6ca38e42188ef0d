import { notFound } from "next/navigation";
import { findPublishedClaim } from "#lib/publication/queries";
import { findWithheldPage } from "#lib/publication/withheld";
import { ClaimDocument } from "#components/publication/claim-document";
import { ClaimHead } from "#components/publication/claim-head";
import { ClaimReviewJsonLd } from "#components/publication/claim-review-json-ld";
import { WithheldDocument } from "#components/publication/withheld-document";
import { WithheldHead } from "#components/publication/withheld-head";

/** ClaimHead says it. */
export const metadata = { title: null, description: null };

export default async function ClaimPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const claim = await findPublishedClaim(slug);
  if (!claim) {
    const page = (await findWithheldPage(slug)) ?? notFound();
    return (
      <>
        <WithheldHead page={page} />
        <WithheldDocument page={page} />
      </>
    );
  }
  return (
    <>
      <ClaimHead {...claim} />
      <ClaimDocument {...claim} />
      <ClaimReviewJsonLd {...claim} />
    </>
  );
}
