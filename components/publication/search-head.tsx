import { publicAddress } from "#lib/publication/queries";
import { titled } from "#lib/publication/rules";
import { searchTitle } from "#lib/search/rules";
import type { Question } from "#lib/search/schema";

/** What the page of a search says of itself in its head, where React puts these: no search engine lists it. */
export function SearchHead({ question, deskName }: { question: Question; deskName: string }) {
  return (
    <>
      <title>{titled(searchTitle(question), deskName)}</title>
      <meta
        name="description"
        content="Search the published fact-checks by words, a claim's number, rating, party, topic or date."
      />
      <meta name="robots" content="noindex, follow" />
      <link rel="canonical" href={publicAddress("/search")} />
    </>
  );
}
