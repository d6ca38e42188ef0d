import { OutcomePill } from "#components/snapshots/outcome-pill";
import { ScanWords } from "#components/snapshots/scan-words";
import { Hash } from "#components/ui/hash";
import { Table } from "#components/ui/table";
import type { PartView } from "#lib/snapshots/queries";
import { partKindNames, sizeInWords } from "#lib/snapshots/rules";

const columns = [
  { label: "Part", lead: true },
  { label: "Outcome", bare: true },
  { label: "Size", bare: true },
  { label: "SHA-256", bare: true },
  { label: "File", bare: true },
];

const problemWords = {
  missing: "It is missing from the store.",
  altered: "It was altered in the store.",
  unreadable: "It cannot be read from the store.",
};

/** The parts of a copy: what came of each, its hash, and the way to its file. */
export function PartList({ snapshotId, parts }: { snapshotId: string; parts: readonly PartView[] }) {
  return (
    <Table
      caption="Parts of this copy"
      columns={columns}
      rows={parts.map((part) => ({
        key: part.kind,
        cells: [
          partKindNames[part.kind],
          <span key="outcome">
            <OutcomePill outcome={part.outcome} />{" "}
            <span className="small quiet">{part.problem ? problemWords[part.problem] : part.reason}</span>
            <ScanWords scan={part.scan} />
          </span>,
          part.bytes !== null && sizeInWords(part.bytes),
          part.sha256 !== null && <Hash key="hash" value={part.sha256} />,
          part.sha256 !== null && (
            <a key="file" href={`/desk/snapshots/${snapshotId}/files/${part.kind}`} download>
              Download<span className="sr-only"> {partKindNames[part.kind]}</span>
            </a>
          ),
        ],
      }))}
    />
  );
}
