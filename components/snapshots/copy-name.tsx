import { Time } from "#components/ui/time";
import type { SnapshotView } from "#lib/snapshots/queries";

/** What a copy is called: its file, or when it was taken. What brought nothing is an attempt, and never called a copy. */
export function CopyName({ copy }: { copy: SnapshotView }) {
  const at = <Time at={copy.finishedAt ?? copy.requestedAt} />;
  if (copy.fileName !== null)
    return (
      <>
        <span dir="auto">{copy.fileName}</span> of {at}
      </>
    );
  return (
    <>
      {copy.outcome === null || copy.outcome === "captured" ? "Copy" : "Attempt"} of {at}
    </>
  );
}
