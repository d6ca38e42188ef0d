import type { ReactNode } from "react";
import { asksNothing, isBackwards, searchAddress } from "#lib/search/rules";
import type { Found } from "#lib/search/schema";
import { ActiveFilters } from "#components/publication/active-filters";
import { ClaimList } from "#components/publication/claim-list";
import { SearchForm } from "#components/publication/search-form";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { Time } from "#components/ui/time";

/** A search in words: what was looked for, what was found, and what to try when nothing was. */
export function SearchResults({ found, first }: { found: Found; first: boolean }) {
  const { question, items, next } = found;
  return (
    <div className="page single">
      <div>
        <h1>
          {question.words === "" ? (
            "Search"
          ) : (
            <>
              Search: “<bdi>{question.words}</bdi>”
            </>
          )}
        </h1>
        <SearchForm found={found} />
        <Outcome found={found} first={first} />
        {items.length > 0 && <ClaimList claims={items} />}
        {found.lookedBack !== null && (
          <p className="quiet small">
            We looked back to <Time at={found.lookedBack} style="date" />. Go on to “Older” for what was
            published before.
          </p>
        )}
        <Pagination
          newer={first || asksNothing(question) ? null : searchAddress(question)}
          older={next && searchAddress(question, next)}
          label="Pages of results"
        />
      </div>
    </div>
  );
}

function Outcome({ found, first }: { found: Found; first: boolean }) {
  const { question, items, lookedBack } = found;
  if (asksNothing(question))
    return (
      <p className="quiet">
        Search the words of claims, who made them, and what we found; or write a claim’s number, such as
        <span className="nr">C-1042</span>. Filters alone are enough, too.
      </p>
    );
  return (
    <>
      <ActiveFilters found={found} first={first} />
      {found.loosely && items.length > 0 && (
        <p>
          Nothing published has exactly these words. {first ? "These" : "These, too,"} have words that begin
          like them.
        </p>
      )}
      {found.cutOff && (
        <EmptyState title="This search took too long">
          These words are too frequent to be looked up together. Add a rarer word, or narrow the search by a
          filter or by dates.
        </EmptyState>
      )}
      {items.length === 0 && lookedBack === null && !found.cutOff && (
        <EmptyState
          title={first ? "No published fact-check fits all of this" : "There is nothing older"}
          actions={
            <a className="btn" href="/search">
              Start again
            </a>
          }
        >
          {whatToTry(found)}
        </EmptyState>
      )}
    </>
  );
}

function whatToTry({ question: { filters, from, to } }: Found): ReactNode {
  if (isBackwards({ from, to }))
    return "The first date is after the second, and nothing lies between them. Remove one of the two above.";
  if (filters.length > 0 || from !== null || to !== null)
    return "Remove a filter above, or try other words. We only search what is published.";
  return (
    <>
      Try fewer or other words, or a claim’s number such as <span className="nr">C-1042</span>. We only search
      what is published.
    </>
  );
}
