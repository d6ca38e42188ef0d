import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { claimMetadata } from "#lib/publication/metadata";
import { findPublishedClaim } from "#lib/publication/queries";
import { ClaimDocument } from "#components/publication/claim-document";
import { ClaimReviewJsonLd } from "#components/publication/claim-review-json-ld";

type Props = { params: Promise<{ slug: string }> };

const read = cache(findPublishedClaim);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const claim = await read((await params).slug);
  return claim ? claimMetadata(claim.view, claim.edition) : { title: "Not found" };
}

export default async function ClaimPage({ params }: Props) {
  const claim = await read((await params).slug);
  if (!claim) notFound();
  return (
    <>
      <ClaimDocument view={claim.view} edition={claim.edition} />
      <ClaimReviewJsonLd view={claim.view} edition={claim.edition} />
    </>
  );
}
