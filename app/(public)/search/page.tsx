import type { Metadata } from "next";
import { publicAddress } from "#lib/publication/queries";
import { parseCursor } from "#lib/publication/rules";
import { searchPublications } from "#lib/search/queries";
import { SearchResults } from "#components/publication/search-results";

export function generateMetadata(): Metadata {
  return {
    title: "Search",
    description: "Search the published fact-checks by words or by a claim's number.",
    alternates: { canonical: publicAddress("/search") },
  };
}

export default async function SearchPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { q, after } = await searchParams;
  const place = typeof after === "string" ? parseCursor(after) : null;
  const found = await searchPublications(typeof q === "string" ? q : (q?.[0] ?? ""), place);
  return <SearchResults found={found} first={place === null} />;
}
