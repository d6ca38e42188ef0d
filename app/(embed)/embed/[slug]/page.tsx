import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findPublishedClaim, titleOf } from "#lib/publication/queries";
import { pageTitle, titled } from "#lib/publication/rules";
import { findWithheldPage } from "#lib/publication/withheld";
import { EmbedCard } from "#components/publication/embed-card";
import { EmbedWithheld } from "#components/publication/embed-withheld";

type Props = { params: Promise<{ slug: string }> };

const read = cache(findPublishedClaim);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const claim = await read((await params).slug);
  if (!claim) return { title: await titleOf("Not here"), robots: { index: false } };
  return {
    title: { absolute: titled(pageTitle(claim.view), claim.edition.deskName) },
    robots: { index: false },
    alternates: { canonical: claim.edition.url },
  };
}

export default async function EmbedPage({ params }: Props) {
  const { slug } = await params;
  const claim = await read(slug);
  if (!claim) return <EmbedWithheld page={(await findWithheldPage(slug)) ?? notFound()} />;
  return <EmbedCard view={claim.view} edition={claim.edition} />;
}
