import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findRequest } from "#lib/corrections/queries";
import { FollowedRequestPage } from "#components/corrections/followed-request-page";

export const metadata: Metadata = { title: "Your report", robots: { index: false, follow: false } };

export default async function FollowedReport({ params }: { params: Promise<{ reference: string }> }) {
  const request = await findRequest((await params).reference);
  if (!request) notFound();
  return <FollowedRequestPage request={request} />;
}
