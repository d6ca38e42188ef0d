import { CalendarDate, calendarDateText } from "#components/ui/calendar-date";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { OutsideLink } from "#components/ui/outside-link";
import { languageName } from "#lib/languages";
import type { SnapshotView } from "#lib/snapshots/queries";

/** What is known of a copy, and apart from that what the page or file says of itself, which nobody has checked. */
export function CopyFacts({ copy }: { copy: SnapshotView }) {
  const isUpload = copy.means === "upload";
  const said = saidOfItself(copy);
  return (
    <>
      <section className="stack" aria-labelledby="known">
        <h2 id="known">What is known</h2>
        <DefinitionList entries={known(copy, isUpload)} />
      </section>
      {said.some(([, value]) => Boolean(value)) && (
        <section className="stack" aria-labelledby="said-of-itself">
          <h2 id="said-of-itself">What the {isUpload ? "file" : "page"} says of itself</h2>
          <p className="small quiet">Nobody has checked this.</p>
          <DefinitionList entries={said} />
        </section>
      )}
    </>
  );
}

type Entries = Parameters<typeof DefinitionList>[0]["entries"];

const known = (copy: SnapshotView, isUpload: boolean): Entries => [
  [
    isUpload ? "Added" : copy.outcome === "captured" ? "Taken" : "Tried",
    copy.finishedAt && <Time key="at" at={copy.finishedAt} />,
  ],
  [isUpload ? "Added by" : "Asked for by", copy.requestedBy],
  ["File", copy.fileName && <Text>{copy.fileName}</Text>],
  ["Address", copy.url && <OutsideLink key="url" url={copy.url} />],
  ["Led to", copy.finalUrl !== copy.url && <span className="hash">{copy.finalUrl}</span>],
  ["Answered with", copy.httpStatus !== null && `HTTP ${copy.httpStatus}`],
  ["Timestamped", copy.stampedAt && <Time key="stamped" at={copy.stampedAt} />],
];

const saidOfItself = (copy: SnapshotView): Entries => [
  ["Title", copy.title && <Text>{copy.title}</Text>],
  ["Author", copy.author && <Text>{copy.author}</Text>],
  ["Date", copy.publishedOn && <CalendarDate key="date" date={copy.publishedOn} />],
  ["Language", copy.language && languageName(copy.language)],
  ...copy.facts.map(
    ({ name, value }) => [sentence(name), <Text key={name}>{readable(value)}</Text>] as const,
  ),
];

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Cameras write 2015:09:30 11:42:10; the desk reads dates in words everywhere else. */
function readable(value: string): string {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(value) ?? [];
  return time ? `${calendarDateText(`${year}-${month}-${day}`)}, ${time}` : value;
}
