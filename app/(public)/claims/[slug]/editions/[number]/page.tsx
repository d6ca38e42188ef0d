import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findPublishedEdition, titleOf } from "#lib/publication/queries";
import { findWithheldPage } from "#lib/publication/withheld";
import { pageDescription, pageTitle } from "#lib/publication/rules";
import { ClaimDocument } from "#components/publication/claim-document";
import { EditionBanner } from "#components/publication/edition-banner";
import { WithheldDocument } from "#components/publication/withheld-document";

type Props = { params: Promise<{ slug: string; number: string }> };

const read = cache(findPublishedEdition);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params;
  const found = await read(slug, number);
  if (!found) return { title: await titleOf("Not here"), robots: { index: false } };
  return {
    title: await titleOf(`${pageTitle(found.view)} (edition ${found.edition.number})`),
    description: pageDescription(found.view),
    alternates: { canonical: found.edition.url },
  };
}

export default async function EditionPage({ params }: Props) {
  const { slug, number } = await params;
  const found = await read(slug, number);
  if (!found) return <WithheldDocument page={(await findWithheldPage(slug, number)) ?? notFound()} edition />;
  return (
    <>
      <EditionBanner slug={slug} edition={found.edition} currentNumber={found.currentNumber} />
      <ClaimDocument view={found.view} edition={found.edition} />
    </>
  );
}
