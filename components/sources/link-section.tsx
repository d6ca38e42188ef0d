import { LookNow } from "#components/sources/look-now";
import { Alert } from "#components/ui/alert";
import { PageLink } from "#components/ui/page-link";
import { Time } from "#components/ui/time";
import type { SnapshotView } from "#lib/snapshots/queries";
import type { SourceView } from "#lib/sources/queries";

/** Whether the original is still at its address, since when, and where its copy is when it is not. */
export function LinkSection({ source, copies }: { source: SourceView; copies: readonly SnapshotView[] }) {
  if (source.url === null) return null;
  const { link } = source;
  return (
    <section className="stack" aria-labelledby="original">
      <div className="row between">
        <h2 id="original">The original</h2>
        <LookNow sourceId={source.id} checkedAt={link?.checkedAt.toISOString() ?? null} />
      </div>
      {link?.state === "gone" ? (
        <Alert kind="warning" still>
          <p>
            <strong>
              The original is gone since <Time at={link.since} style="date" />.
            </strong>{" "}
            {link.reason} <Copy copies={copies} />
          </p>
        </Alert>
      ) : (
        <p className="quiet">{link ? <State link={link} /> : "Nobody has looked at its address yet."}</p>
      )}
    </section>
  );
}

function Copy({ copies }: { copies: readonly SnapshotView[] }) {
  const newest = copies.find(({ outcome }) => outcome === "captured");
  if (!newest) return "There is no copy of it.";
  return (
    <PageLink href={`/desk/snapshots/${newest.id}`}>
      The copy of <Time at={newest.finishedAt ?? newest.requestedAt} style="date" /> is here.
    </PageLink>
  );
}

function State({ link }: { link: NonNullable<SourceView["link"]> }) {
  return (
    <>
      {link.state === "alive" ? (
        "It is there"
      ) : (
        <>
          Not reached since <Time at={link.since} />. {link.reason} It counts as gone once two looks, a day
          apart, found no page
        </>
      )}
      ; last looked at <Time at={link.checkedAt} />.
    </>
  );
}
