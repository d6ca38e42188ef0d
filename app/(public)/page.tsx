import type { Metadata } from "next";
import { listPublications, publicAddress } from "#lib/publication/queries";
import { parseCursor } from "#lib/publication/rules";
import { Home } from "#components/publication/home";

export function generateMetadata(): Metadata {
  return {
    title: "Newest fact-checks",
    description: "Claims checked by two people, each with its evidence, its sources and who disputes it.",
    alternates: { canonical: publicAddress("/") },
  };
}

export default async function HomePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { after } = await searchParams;
  const place = typeof after === "string" ? parseCursor(after) : null;
  return <Home list={await listPublications(place)} first={place === null} />;
}
