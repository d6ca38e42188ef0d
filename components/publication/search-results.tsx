import type { Found } from "#lib/search/schema";
import { ClaimList } from "#components/publication/claim-list";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";

/** A search in words: what was looked for, what was found, and what to try when nothing was. */
export function SearchResults({ found, first }: { found: Found; first: boolean }) {
  const { words, items, next } = found;
  return (
    <div className="page single">
      <div>
        <h1>
          {words === "" ? (
            "Search"
          ) : (
            <>
              Search: “<bdi>{words}</bdi>”
            </>
          )}
        </h1>
        <form className="search-form" action="/search" method="get">
          <input
            className="field"
            type="search"
            name="q"
            defaultValue={words}
            maxLength={200}
            aria-label="Words or claim number to search for"
          />
          <button className="btn primary" type="submit">
            Search
          </button>
        </form>
        <Outcome words={words} count={items.length} first={first} />
        {items.length > 0 && <ClaimList claims={items} />}
        <Pagination
          newer={first || words === "" ? null : `/search?${new URLSearchParams({ q: words })}`}
          older={next && `/search?${new URLSearchParams({ q: words, after: next })}`}
          label="Pages of results"
        />
      </div>
    </div>
  );
}

function Outcome({ words, count, first }: { words: string; count: number; first: boolean }) {
  if (words === "")
    return (
      <p className="quiet">
        Search the words of claims, who made them, and what we found; or write a claim’s number, such as
        C-1042.
      </p>
    );
  if (count > 0)
    return (
      <p className="quiet">
        Published fact-checks that have all of these words in the claim, in our finding or in its article’s
        name, newest first{first ? "" : ", continued"}.
      </p>
    );
  return (
    <EmptyState title={first ? "No published fact-check has all of these words" : "There is nothing older"}>
      Try fewer or other words, or a claim’s number such as C-1042. We only search what is published.
    </EmptyState>
  );
}
