import { FetchAgainButton } from "#components/articles/fetch-again-button";
import { OnItsWay } from "#components/snapshots/on-its-way";
import { Alert } from "#components/ui/alert";
import { PageLink } from "#components/ui/page-link";
import { Time } from "#components/ui/time";
import type { PageChange, PageState as State } from "#lib/articles/page-changes";
import type { SnapshotView } from "#lib/snapshots/queries";

/** How an article's page stands to its latest version, and the way to look at the page again; nothing without an address. */
export function PageState({ article, state }: { article: { id: string; url: string | null }; state: State }) {
  const { newest, change, isTaken } = state;
  if (article.url === null && newest === null) return null;
  return (
    <>
      {change && (
        <Alert kind="warning" still>
          <ChangeLink change={change} />
        </Alert>
      )}
      {newest?.outcome === null ? (
        <OnItsWay step={newest.step} attempt={newest.attempt} />
      ) : (
        <div className="row">
          {article.url !== null && <FetchAgainButton articleId={article.id} />}
          {newest && !isTaken && newest.id !== change?.snapshotId && (
            <p className="small quiet">
              <Finding newest={newest} state={state} />
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** That a page has changed since a version, as the way to look at what changed. */
export const ChangeLink = ({ change }: { change: PageChange }) => (
  <PageLink href={`/desk/articles/${change.article.id}/versions/new?from=${change.snapshotId}`}>
    The page has changed since version {change.version}
  </PageLink>
);

/** What came of looking at the page again, where that is neither a version nor a change to be looked at. */
function Finding({ newest, state }: { newest: SnapshotView; state: State }) {
  const at = (
    <PageLink href={`/desk/snapshots/${newest.id}`}>
      <Time at={newest.finishedAt ?? newest.requestedAt} />
    </PageLink>
  );
  const hasText = newest.parts.some(({ kind, outcome }) => kind === "text" && outcome === "captured");
  if (newest.outcome !== "captured")
    return (
      <>
        Not fetched on {at}: {newest.reason}
      </>
    );
  if (!hasText) return <>Fetched on {at}, without a text to compare.</>;
  if (state.dismissedBy !== null)
    return (
      <>
        Fetched on {at}. {state.dismissedBy} found that nothing that matters changed.
      </>
    );
  return <>Fetched on {at}. Its text is the same.</>;
}
