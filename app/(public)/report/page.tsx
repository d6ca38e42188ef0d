import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { returnedHeader, unpackReturned } from "#lib/corrections/rules";
import { findPublishedClaim, titleOf } from "#lib/publication/queries";
import { findWithheldPage } from "#lib/publication/withheld";
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
  const slug = typeof claim === "string" ? claim : "";
  const found = slug === "" ? null : await findPublishedClaim(slug);
  if (claim !== undefined && !found && !(await findWithheldPage(slug))) notFound();
  const returned = unpackReturned((await headers()).get(returnedHeader));
  const about = slug === "" ? null : { slug, claim: found?.view.claim ?? null };
  return <ReportPage about={about} returned={returned} />;
}
