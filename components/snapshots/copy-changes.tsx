import { TextChanges } from "#components/articles/text-changes";
import { Time } from "#components/ui/time";
import type { Passus } from "#lib/articles/comparison";
import type { SnapshotView } from "#lib/snapshots/queries";

/** What the text of a copy says that the text of an earlier one did not, and the other way round. */
export function CopyChanges({
  changes,
  earlier,
  language,
}: {
  changes: readonly Passus[];
  earlier: SnapshotView;
  language: string;
}) {
  return (
    <section className="stack" aria-labelledby="changed">
      <h2 id="changed">
        Changed since the copy of <Time at={earlier.finishedAt ?? earlier.requestedAt} />
      </h2>
      {changes.every((passus) => "skipped" in passus) ? (
        <p className="quiet">Nothing changed in the text.</p>
      ) : (
        <TextChanges changes={changes} lang={language} />
      )}
    </section>
  );
}
