import { Covered } from "#components/sources/covered";
import type { SnapshotView } from "#lib/snapshots/queries";
import { isShownSafely } from "#lib/snapshots/rules";

/**
 * The picture, sound, film or screenshot of a copy, without anything that it says of itself, and never started by itself;
 * graphic material lies under its cover.
 */
export function ShownFile({ copy, graphic }: { copy: SnapshotView; graphic: boolean }) {
  const name = copy.fileName ?? copy.title ?? "the copy";
  const shown = shownOf(copy, name);
  if (!shown) return null;
  return graphic ? <Covered what={name}>{shown}</Covered> : shown;
}

function shownOf(copy: SnapshotView, name: string) {
  const address = (kind: string) => `/desk/snapshots/${copy.id}/files/${kind}`;
  const captured = (wanted: string) =>
    copy.parts.find(({ kind, outcome }) => kind === wanted && outcome === "captured");
  const mediaType = captured("original")?.mediaType ?? "";
  if (captured("shown") && copy.shownWidth && copy.shownHeight)
    return (
      // oxlint-disable-next-line next/no-img-element -- a member's file, served to members alone: nothing of it is prepared ahead
      <img
        className="shown"
        src={address("shown")}
        width={copy.shownWidth}
        height={copy.shownHeight}
        alt={name}
        loading="lazy"
      />
    );
  if (captured("screenshot"))
    return (
      <details className="stack">
        <summary>Screenshot</summary>
        {/* oxlint-disable-next-line next/no-img-element -- the same */}
        <img className="shown" src={address("screenshot")} alt={name} loading="lazy" />
      </details>
    );
  if (!isShownSafely(mediaType)) return null;
  if (mediaType.startsWith("audio/"))
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a recording comes without captions, and the desk does not make any up
    return <audio controls preload="none" src={address("original")} aria-label={name} />;
  if (mediaType.startsWith("video/"))
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- the same
    return <video className="shown" controls preload="none" src={address("original")} aria-label={name} />;
  return null;
}
