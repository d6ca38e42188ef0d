import { lastConclusionChange } from "#lib/publication/rules";
import type { Notice } from "#lib/publication/schema";
import { Time } from "#components/ui/time";

/** A changed conclusion stands at the top, old → new; nothing stands there when it never changed. */
export function ChangeNotice({ history }: { history: readonly Notice[] }) {
  const change = lastConclusionChange(history);
  if (change === null) return null;
  return (
    <div className="alert changed">
      {change.rating && (
        <p>
          <strong>
            Rating changed: {change.rating[0]} → {change.rating[1]}
          </strong>
        </p>
      )}
      {change.grade && (
        <p>
          <strong>
            Evidence grade changed: {change.grade[0].toLowerCase()} → {change.grade[1].toLowerCase()}
          </strong>
        </p>
      )}
      <p className="small">
        In edition {change.number}, <Time at={change.publishedAt} style="date" />. The reason stands under{" "}
        <a href="#editions">Editions and corrections</a>.
      </p>
    </div>
  );
}
