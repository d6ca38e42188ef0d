import { getPublicSettings } from "#lib/publication/queries";
import { parseCursor } from "#lib/publication/rules";
import { searchPublications } from "#lib/search/queries";
import { readQuestion } from "#lib/search/rules";
import { SearchHead } from "#components/publication/search-head";
import { SearchResults } from "#components/publication/search-results";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** SearchHead says it. */
export const metadata = { title: null, description: null };

export default async function SearchPage({ searchParams }: Props) {
  const sent = await searchParams;
  const place = typeof sent.after === "string" ? parseCursor(sent.after) : null;
  const question = readQuestion(sent);
  const [found, { deskName }] = await Promise.all([searchPublications(question, place), getPublicSettings()]);
  return (
    <>
      <SearchHead question={question} deskName={deskName} />
      <SearchResults found={found} first={place === null} />
    </>
  );
}
