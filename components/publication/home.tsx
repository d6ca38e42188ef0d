import type { Listed, ListedClaim } from "#lib/publication/schema";
import { ClaimList } from "#components/publication/claim-list";
import { HomeAside, type Beside } from "#components/publication/home-aside";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";

/** The newest published claims, with what was corrected last and the topics; an invitation where there is none yet. */
export function Home({ list, first }: { list: Listed<ListedClaim>; first: Beside | null }) {
  const beside = first && first.corrections.length + first.topics.length > 0 ? first : null;
  return (
    <div className={beside ? "page" : "page single"}>
      <div>
        <h1>{first ? "Newest fact-checks" : "Earlier fact-checks"}</h1>
        {list.items.length === 0 ? (
          <Empty first={first !== null} />
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
      {beside && <HomeAside beside={beside} />}
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
