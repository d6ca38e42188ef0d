import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { titleOf } from "#lib/publication/queries";
import { findRequest } from "#lib/corrections/queries";
import { FollowedRequestPage } from "#components/corrections/followed-request-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: await titleOf("Your report"), robots: { index: false, follow: false } };
}

export default async function FollowedReport({ params }: { params: Promise<{ reference: string }> }) {
  const request = await findRequest((await params).reference);
  if (!request) notFound();
  return <FollowedRequestPage request={request} />;
}
