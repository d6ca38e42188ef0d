import { EventSentence } from "#components/audit/event-sentence";
import { Pagination } from "#components/ui/pagination";
import { Time } from "#components/ui/time";
import type { ClaimHistory as History } from "#lib/audit/queries";

/** Who did what to a claim and when, newest first; `path` is the page it stands on. */
export function ClaimHistory({
  history,
  claimId,
  path,
}: {
  history: History;
  claimId: string;
  path: string;
}) {
  return (
    <>
      <ol className="plain-list" reversed>
        {history.entries.map(({ seq, at, actor, name, event }) => (
          <li key={seq} className="ev small" dir="auto">
            <b>{actor ?? "Assay"}</b>{" "}
            {event ? <EventSentence event={event} claimId={claimId} mentions={history.mentions} /> : name}
            <footer className="faint">
              <Time at={at} />
            </footer>
          </li>
        ))}
      </ol>
      <Pagination
        older={history.older && `${path}?before=${history.older}#history`}
        label="Pages of the history"
      />
    </>
  );
}
