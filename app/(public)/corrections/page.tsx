import type { Metadata } from "next";
import { listCorrections } from "#lib/corrections/queries";
import { publicAddress } from "#lib/publication/queries";
import { parseCursor } from "#lib/publication/rules";
import { CorrectionList } from "#components/publication/correction-list";

export function generateMetadata(): Metadata {
  return {
    title: "Corrections",
    description:
      "Every change to a published fact-check, with its class, its reason, and the old and new rating.",
    alternates: { canonical: publicAddress("/corrections") },
  };
}

export default async function CorrectionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { after } = await searchParams;
  const place = typeof after === "string" ? parseCursor(after) : null;
  return <CorrectionList list={await listCorrections(place)} first={place === null} />;
}
