import { notFound } from "next/navigation";
import { findPublishedClaim } from "#lib/publication/queries";
import { ClaimDocument } from "#components/publication/claim-document";
import { ClaimHead } from "#components/publication/claim-head";
import { ClaimReviewJsonLd } from "#components/publication/claim-review-json-ld";

/** ClaimHead says it. */
export const metadata = { title: null, description: null };

export default async function ClaimPage({ params }: { params: Promise<{ slug: string }> }) {
  const claim = await findPublishedClaim((await params).slug);
  if (!claim) notFound();
  return (
    <>
      <ClaimHead {...claim} />
      <ClaimDocument {...claim} />
      <ClaimReviewJsonLd {...claim} />
    </>
  );
}
