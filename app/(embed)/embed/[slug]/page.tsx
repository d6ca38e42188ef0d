import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findPublishedClaim } from "#lib/publication/queries";
import { pageTitle, titled } from "#lib/publication/rules";
import { EmbedCard } from "#components/publication/embed-card";

type Props = { params: Promise<{ slug: string }> };

const read = cache(findPublishedClaim);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const claim = await read((await params).slug);
  if (!claim) return { title: "Not found" };
  return {
    title: { absolute: titled(pageTitle(claim.view), claim.edition.deskName) },
    robots: { index: false },
    alternates: { canonical: claim.edition.url },
  };
}

export default async function EmbedPage({ params }: Props) {
  const claim = await read((await params).slug);
  if (!claim) notFound();
  return <EmbedCard view={claim.view} edition={claim.edition} />;
}
