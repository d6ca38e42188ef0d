import { publicAddress } from "#lib/publication/queries";
import { searchTitle } from "#lib/search/rules";
import type { Question } from "#lib/search/schema";

/** What the page of a search says of itself in its head, where React puts these: no search engine lists it. */
export function SearchHead({ question }: { question: Question }) {
  return (
    <>
      <title>{`${searchTitle(question)} · Assay`}</title>
      <meta
        name="description"
        content="Search the published fact-checks by words, a claim's number, rating, party, topic or date."
      />
      <meta name="robots" content="noindex, follow" />
      <link rel="canonical" href={publicAddress("/search")} />
    </>
  );
}
