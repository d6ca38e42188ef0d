import { Diff } from "#components/ui/diff";
import type { Change } from "#lib/editions/changes";

/** What changes for the reader, place by place. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className="changes">
      {changes.map(({ what, parts }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            <Diff parts={parts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
