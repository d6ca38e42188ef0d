import { AddFile } from "#components/snapshots/add-file";
import { CaptureButton } from "#components/snapshots/capture-button";
import { CopyName } from "#components/snapshots/copy-name";
import { OnItsWay } from "#components/snapshots/on-its-way";
import { OutcomePill } from "#components/snapshots/outcome-pill";
import { PageLink } from "#components/ui/page-link";
import { Pill } from "#components/ui/pill";
import { Time } from "#components/ui/time";
import "./copies.css";
import { isFlagged, scanNames } from "#lib/snapshots/rules";
import type { SnapshotView } from "#lib/snapshots/queries";

/** The copies of a source, newest first, each with what came of it; and the way to another. */
export function CopiesSection({
  sourceId,
  url,
  copies,
}: {
  sourceId: string;
  url: string | null;
  copies: readonly SnapshotView[];
}) {
  const waiting = copies.some(({ outcome, means }) => outcome === null && means === "capture");
  return (
    <section className="stack" aria-labelledby="copies">
      <div className="row between">
        <h2 id="copies">Copies</h2>
        {url !== null && !waiting && <CaptureButton sourceId={sourceId} again={copies.length > 0} />}
      </div>
      <AddFile sourceId={sourceId} />
      {copies.length === 0 && (
        <p className="quiet">
          {url === null
            ? "No copy yet. Add a file, so that readers and the desk can look at what you have seen."
            : "No copy yet. When the page changes or goes, there is nothing to show for it."}
        </p>
      )}
      <ul className="plain-list">
        {copies.map((copy, at) => (
          <li key={copy.id} className="ev">
            <CopyLine copy={copy} earlier={copies.slice(at + 1)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CopyLine({ copy, earlier }: { copy: SnapshotView; earlier: readonly SnapshotView[] }) {
  if (copy.outcome === null) return <OnItsWay step={copy.step} attempt={copy.attempt} />;
  const before = earlier.find(hasText);
  return (
    <>
      <p className="row">
        <OutcomePill outcome={copy.outcome} />
        {isFlagged(copy) && <Pill tone="stopped">{scanNames.flagged}</Pill>}
        <PageLink href={`/desk/snapshots/${copy.id}`}>
          <CopyName copy={copy} />
        </PageLink>
        {before && hasText(copy) && (
          <PageLink href={`/desk/snapshots/${copy.id}?before=${before.id}`}>What changed</PageLink>
        )}
      </p>
      {copy.reason !== null && <p>{copy.reason}</p>}
      <footer>
        {copy.means === "upload" ? "Added" : "Asked for"} by {copy.requestedBy}
        {copy.outcome === "captured" && ` · ${partsInWords(copy)}`}
        {copy.stampedAt !== null && (
          <>
            {" "}
            · timestamped <Time at={copy.stampedAt} />
          </>
        )}
      </footer>
    </>
  );
}

const hasText = (copy: SnapshotView): boolean =>
  copy.parts.some(({ kind, outcome }) => kind === "text" && outcome === "captured");

const words = {
  exchange: "exchange",
  original: "original",
  text: "text",
  screenshot: "screenshot",
  pdf: "PDF",
  shown: "picture",
};

function partsInWords({ parts }: SnapshotView): string {
  const having = (wanted: boolean) =>
    parts.filter(({ outcome }) => (outcome === "captured") === wanted).map(({ kind }) => words[kind]);
  const missing = having(false);
  return `with ${having(true).join(", ")}${missing.length > 0 ? `; without ${missing.join(", ")}` : ""}`;
}
