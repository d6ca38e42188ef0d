import type { Listed, ListedClaim } from "#lib/publication/schema";
import { ClaimList } from "#components/publication/claim-list";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";

/** The newest published claims; an invitation where there is none yet. */
export function Home({ list, first }: { list: Listed<ListedClaim>; first: boolean }) {
  return (
    <div className="page single">
      <div>
        <h1>{first ? "Newest fact-checks" : "Earlier fact-checks"}</h1>
        {list.items.length === 0 ? (
          <Empty first={first} />
        ) : (
          <>
            <ClaimList claims={list.items} />
            <Pagination
              newer={first ? null : "/"}
              older={list.next && `/?after=${list.next}`}
              label="Pages of fact-checks"
            />
          </>
        )}
      </div>
    </div>
  );
}

function Empty({ first }: { first: boolean }) {
  return (
    <EmptyState
      title={first ? "The first fact-check is still in the making" : "There is nothing older"}
      actions={
        first ? (
          <a className="btn" href="/methodology">
            How we work
          </a>
        ) : (
          <a className="btn" href="/">
            Newest fact-checks
          </a>
        )
      }
    >
      {first
        ? "Each claim appears here once a second person has approved what was found. Until then, read how we check and what our ratings mean."
        : "You have reached the end of the list."}
    </EmptyState>
  );
}
