import type { Metadata } from "next";
import { publicAddress, titleOf } from "#lib/publication/queries";
import { getPolicies } from "#lib/settings/policies";
import { PoliciesDocument } from "#components/publication/policies-document";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: await titleOf("About us"),
    description: "Who funds this desk, who works for it, how it corrects itself, and how to reach it.",
    alternates: { canonical: publicAddress("/policies") },
  };
}

export default async function PoliciesPage() {
  return <PoliciesDocument policies={await getPolicies()} />;
}
