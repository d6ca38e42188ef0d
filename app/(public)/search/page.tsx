import type { Metadata } from "next";
import { publicAddress } from "#lib/publication/queries";
import { parseCursor } from "#lib/publication/rules";
import { searchPublications } from "#lib/search/queries";
import { readQuestion, searchTitle } from "#lib/search/rules";
import { SearchResults } from "#components/publication/search-results";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: searchTitle(readQuestion(await searchParams)),
    description: "Search the published fact-checks by words, a claim's number, rating, party, topic or date.",
    alternates: { canonical: publicAddress("/search") },
    robots: { index: false, follow: true },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const sent = await searchParams;
  const place = typeof sent.after === "string" ? parseCursor(sent.after) : null;
  const found = await searchPublications(readQuestion(sent), place);
  return <SearchResults found={found} first={place === null} />;
}
