import { ClaimNumber } from "#components/claims/claim-number";
import { PageLink } from "#components/ui/page-link";
import type { RequestEntry } from "#lib/corrections/requests";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { SectionTabs } from "#components/ui/section-tabs";
import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { RequestState } from "#components/corrections/request-state";

const columns = [
  { label: "What is wrong", lead: true },
  { label: "Claim" },
  { label: "State" },
  { label: "By" },
  { label: "Received" },
];
const tabs = [
  { href: "/desk/requests", label: "Open" },
  { href: "/desk/requests?show=answered", label: "Answered" },
];

/** What readers reported, newest first, a page at a time. */
export function RequestList({
  entries,
  next,
  answered,
}: {
  entries: readonly RequestEntry[];
  next: string | null;
  answered: boolean;
}) {
  const older = new URLSearchParams({ ...(answered && { show: "answered" }), ...(next && { after: next }) });
  return (
    <div className="stack">
      <SectionTabs label="Correction requests" tabs={tabs} current={tabs[answered ? 1 : 0]?.href ?? ""} />
      {entries.length === 0 ? (
        <EmptyState title={answered ? "Nothing was answered so far" : "Nothing waits for an answer"}>
          Readers report errors from the end of each published fact-check.
        </EmptyState>
      ) : (
        <Table
          caption="Correction requests"
          kind="queue"
          columns={columns}
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: [
              <PageLink key="problem" className="w" href={`/desk/requests/${entry.id}`}>
                <Text>{shortened(entry.problem)}</Text>
              </PageLink>,
              <span key="claim">
                <span className="tiny faint">
                  <ClaimNumber number={entry.claim.number} />
                </span>{" "}
                <Text lang={entry.claim.language}>{entry.claim.wording}</Text>
              </span>,
              <RequestState key="state" state={entry.state} outcome={entry.outcome} />,
              entry.handledBy ?? "nobody yet",
              <Time key="at" at={entry.createdAt} />,
            ],
          }))}
        />
      )}
      <Pagination older={next && `/desk/requests?${older}`} label="Pages of correction requests" />
    </div>
  );
}

const most = 140;

function shortened(text: string): string {
  const points = Array.from(text);
  return points.length <= most ? text : `${points.slice(0, most).join("").trimEnd()}…`;
}
