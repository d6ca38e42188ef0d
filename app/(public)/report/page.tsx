import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { returnedHeader, unpackReturned } from "#lib/corrections/rules";
import { findPublishedClaim, titleOf } from "#lib/publication/queries";
import { ReportPage } from "#components/corrections/report-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: await titleOf("Report an error"), robots: { index: false } };
}

export default async function Report({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { claim } = await searchParams;
  const found = typeof claim === "string" ? await findPublishedClaim(claim) : null;
  if (claim !== undefined && !found) notFound();
  const returned = unpackReturned((await headers()).get(returnedHeader));
  return <ReportPage view={found?.view ?? null} returned={returned} />;
}
