import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findPublishedClaim, publicAddress } from "#lib/publication/queries";
import { pageDescription, pageTitle } from "#lib/publication/rules";
import { ClaimDocument } from "#components/publication/claim-document";
import { ClaimReviewJsonLd } from "#components/publication/claim-review-json-ld";

type Props = { params: Promise<{ slug: string }> };

const read = cache(findPublishedClaim);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const claim = await read((await params).slug);
  if (!claim) return { title: "Not found" };
  const { view, edition } = claim;
  const words = { title: pageTitle(view), description: pageDescription(view) };
  return {
    ...words,
    alternates: {
      canonical: edition.url,
      types: {
        "application/json": publicAddress(`/api/v1/claims/${view.claim.slug}`),
        "application/json+oembed": publicAddress(`/oembed?url=${encodeURIComponent(edition.url)}`),
      },
    },
    openGraph: { ...words, type: "article", url: edition.url, siteName: edition.deskName },
  };
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
