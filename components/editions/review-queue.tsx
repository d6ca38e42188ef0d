import { ClaimNumber } from "#components/claims/claim-number";
import { Avatar } from "#components/ui/avatar";
import { EmptyState } from "#components/ui/empty-state";
import { Pill } from "#components/ui/pill";
import { RatingMark } from "#components/ui/rating-mark";
import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { Waiting } from "#components/ui/waiting";
import { standingNames } from "#lib/claims/rules";
import type { QueueEntry } from "#lib/editions/queries";
import { correctionClassNames } from "#lib/editions/rules";
import { gradeNames } from "#lib/verdicts/rules";

const columns = [
  { label: "Claim", lead: true },
  { label: "Rating" },
  { label: "Evidence" },
  { label: "By" },
  { label: "Waiting" },
  { label: "State" },
];

/** What waits for an editor, oldest first. */
export function ReviewQueue({ entries }: { entries: readonly QueueEntry[] }) {
  if (entries.length === 0)
    return <EmptyState title="Nothing to review">Submitted claims wait here, the oldest first.</EmptyState>;
  return (
    <Table
      caption="Editions waiting for a decision"
      kind="queue"
      columns={columns}
      rows={entries.map((entry) => ({
        key: entry.editionId,
        cells: [
          <Claim key="claim" entry={entry} />,
          <RatingMark
            key="rating"
            word={entry.rating.name}
            hue={entry.rating.hue}
            glyph={entry.rating.glyph}
            size="chip"
          />,
          gradeNames[entry.grade],
          <Avatar key="by" name={entry.submittedBy} />,
          <Waiting key="waiting" since={entry.submittedAt} />,
          <State key="state" entry={entry} />,
        ],
      }))}
    />
  );
}

function Claim({ entry }: { entry: QueueEntry }) {
  const which = entry.correctionClass
    ? `edition ${entry.number}, ${correctionClassNames[entry.correctionClass].toLowerCase()}`
    : "first edition";
  return (
    <>
      <span className="tiny faint">
        <ClaimNumber number={entry.claim.number} /> · {which}
      </span>{" "}
      {entry.isWithheld && <Pill tone="withheld">{standingNames.withheld}</Pill>}
      <Text as="div" className="w" lang={entry.claim.language}>
        <a href={`/desk/review/${entry.editionId}`}>{entry.claim.wording}</a>
      </Text>
    </>
  );
}

function State({ entry }: { entry: QueueEntry }) {
  if (entry.schedule)
    return (
      <div>
        <Pill tone="published">Scheduled</Pill>
        <div className="tiny">
          {entry.schedule.problem !== null && "Not published "}
          <Time at={entry.schedule.at} />
        </div>
      </div>
    );
  if (entry.state === "approved") return <Pill tone="published">Approved, to publish</Pill>;
  return entry.mayReview ? (
    <Pill tone="review">In review</Pill>
  ) : (
    <span className="tiny faint">For somebody else</span>
  );
}
