import { ScrolledText } from "#components/articles/scrolled-text";
import { PageLink } from "#components/ui/page-link";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { paragraphsOf } from "#lib/articles/rules";
import type { CopyText } from "#lib/snapshots/copies";
import type { SnapshotView } from "#lib/snapshots/queries";
import { partKindNames, sizeInWords } from "#lib/snapshots/rules";

/** The original to compare with: the text of a copy as it was captured, how the page looked, and the files. */
export function CapturedPage({ copy, text }: { copy: SnapshotView; text: CopyText }) {
  const files = copy.parts.filter(({ sha256 }) => sha256 !== null);
  const path = `/desk/snapshots/${copy.id}`;
  return (
    <section className="stack original" aria-labelledby="original-title">
      <h2 id="original-title">As captured</h2>
      <p className="small quiet">
        <Time at={copy.finishedAt ?? copy.requestedAt} /> ·{" "}
        <PageLink href={path}>All about this copy</PageLink>
      </p>
      {"why" in text ? (
        <p className="quiet">{text.why}</p>
      ) : (
        <ScrolledText label="Text as captured">
          {paragraphsOf(text.text).map((paragraph) => (
            <Text key={paragraph.start} as="p" lang={copy.language ?? undefined}>
              {paragraph.text}
            </Text>
          ))}
        </ScrolledText>
      )}
      {files.some(({ kind }) => kind === "screenshot") && (
        <a className="shot" href={`${path}/files/screenshot`} target="_blank" rel="noreferrer">
          {/* oxlint-disable-next-line nextjs/no-img-element -- a file of the store, for members alone: nothing may keep or resize it */}
          <img
            src={`${path}/files/screenshot`}
            alt="How the page looked (opens in a new tab)"
            loading="lazy"
            width={640}
            height={400}
          />
        </a>
      )}
      <ul className="plain-list row small">
        {files.map(({ kind, bytes }) => (
          <li key={kind}>
            <a href={`${path}/files/${kind}`} download>
              {partKindNames[kind]}
            </a>
            {bytes !== null && <span className="faint"> {sizeInWords(bytes)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
