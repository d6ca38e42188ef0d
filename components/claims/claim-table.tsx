import { ClaimNumber } from "#components/claims/claim-number";
import { Avatar } from "#components/ui/avatar";
import { RatingMark } from "#components/ui/rating-mark";
import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { StagePill } from "#components/claims/stage-pill";
import type { ClaimLine } from "#lib/claims/queries";
import { claimKindNames } from "#lib/claims/rules";

const columns = [
  { label: "Claim", lead: true },
  { label: "Kind", bare: true },
  { label: "Rating", bare: true },
  { label: "Stage", bare: true },
  { label: "Assigned", bare: true },
  { label: "Changed", bare: true },
];

/** Claims as lines of a table, each with where it stands; the way to each is its wording. */
export function ClaimTable({ caption, claims }: { caption: string; claims: readonly ClaimLine[] }) {
  return (
    <Table
      caption={caption}
      kind="queue"
      columns={columns}
      rows={claims.map((claim) => ({
        key: claim.id,
        cells: [
          <Wording key="claim" claim={claim} />,
          claimKindNames[claim.kind],
          claim.rating ? (
            <RatingMark
              key="rating"
              word={claim.rating.name}
              hue={claim.rating.hue}
              glyph={claim.rating.glyph}
              size="chip"
            />
          ) : (
            <span key="rating" className="faint">
              Not rated yet
            </span>
          ),
          <StagePill key="stage" claim={claim} />,
          claim.assignee ? (
            <Avatar key="assignee" name={claim.assignee.name} />
          ) : (
            <span key="assignee" className="faint">
              Unassigned
            </span>
          ),
          <Time key="changed" at={claim.updatedAt} />,
        ],
      }))}
    />
  );
}

function Wording({ claim }: { claim: ClaimLine }) {
  const claimant = claim.claimant?.name ?? (claim.claimantUnknown ? "claimant unknown" : "no claimant yet");
  return (
    <>
      <span className="tiny faint">
        <ClaimNumber number={claim.number} /> · <Text>{claimant}</Text>
      </span>
      <Text as="div" className="w" lang={claim.language}>
        <a href={`/desk/claims/${claim.number}`}>{claim.wording}</a>
      </Text>
    </>
  );
}
