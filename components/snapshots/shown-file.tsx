import type { SnapshotView } from "#lib/snapshots/queries";
import { isShownSafely } from "#lib/snapshots/rules";

/** The picture, sound or film of a copy, without anything that it says of itself, and never started by itself. */
export function ShownFile({ copy }: { copy: SnapshotView }) {
  const address = (kind: string) => `/desk/snapshots/${copy.id}/files/${kind}`;
  const captured = (wanted: string) =>
    copy.parts.find(({ kind, outcome }) => kind === wanted && outcome === "captured");
  const mediaType = captured("original")?.mediaType ?? "";
  const name = copy.fileName ?? copy.title ?? "the copy";
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
  if (!isShownSafely(mediaType)) return null;
  if (mediaType.startsWith("audio/"))
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a recording comes without captions, and the desk does not make any up
    return <audio controls preload="none" src={address("original")} aria-label={name} />;
  if (mediaType.startsWith("video/"))
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- the same
    return <video className="shown" controls preload="none" src={address("original")} aria-label={name} />;
  return null;
}
