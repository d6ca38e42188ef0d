import { CalendarDate } from "#components/ui/calendar-date";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { languageName } from "#lib/languages";
import type { SnapshotView } from "#lib/snapshots/queries";

/** What is known of a copy, and what the page or file says of itself; nobody has checked the latter. */
export function CopyFacts({ copy }: { copy: SnapshotView }) {
  return (
    <DefinitionList
      entries={[
        ["Taken", copy.finishedAt && <Time key="taken" at={copy.finishedAt} />],
        [copy.means === "upload" ? "Added by" : "Asked for by", copy.requestedBy],
        ["File", copy.fileName],
        [
          "Address",
          copy.url && (
            <a href={copy.url} rel="noreferrer noopener" target="_blank" className="hash">
              {copy.url}
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
          ),
        ],
        ["Led to", copy.finalUrl !== copy.url && <span className="hash">{copy.finalUrl}</span>],
        ["Answered with", copy.httpStatus !== null && `HTTP ${copy.httpStatus}`],
        ["Timestamped", copy.stampedAt && <Time key="stamped" at={copy.stampedAt} />],
        ["Its own title", copy.title && <Text>{copy.title}</Text>],
        ["Its own author", copy.author && <Text>{copy.author}</Text>],
        ["Its own date", copy.publishedOn && <CalendarDate key="date" date={copy.publishedOn} />],
        ["Its own language", copy.language && languageName(copy.language)],
        ...copy.facts.map(({ name, value }) => [name, <Text key={name}>{value}</Text>] as const),
      ]}
    />
  );
}
