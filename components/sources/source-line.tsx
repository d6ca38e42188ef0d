import { SourceMarks } from "#components/sources/source-marks";
import { PageLink } from "#components/ui/page-link";
import { CalendarDate } from "#components/ui/calendar-date";
import { Pill } from "#components/ui/pill";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import type { SourceView } from "#lib/sources/queries";
import { sourceKindNames } from "#lib/sources/rules";

/** One source in a line: title, publisher, date, kind, and its address where it has one. */
export function SourceLine({ source, locator }: { source: SourceView; locator?: string | null }) {
  return (
    <>
      <PageLink href={`/desk/sources/${source.id}`}>
        <Text lang={source.language}>{source.title}</Text>
      </PageLink>
      {locator ? (
        <>
          , <Text>{locator}</Text>
        </>
      ) : null}
      {source.publisher !== null && (
        <>
          {" · "}
          <Text>{source.publisher}</Text>
        </>
      )}
      {source.publishedOn !== null && (
        <>
          {" · "}
          <CalendarDate date={source.publishedOn} />
        </>
      )}
      {source.kind !== null && (
        <>
          {" · "}
          {sourceKindNames[source.kind]}
        </>
      )}
      {source.url !== null && (
        <>
          {" · "}
          <a href={source.url} rel="noreferrer noopener" target="_blank">
            {new URL(source.url).hostname}
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        </>
      )}
      <SourceMarks source={source} />
      {source.link?.state === "gone" && (
        <>
          {" "}
          <Pill tone="stopped">
            original gone since <Time at={source.link.since} style="date" />
          </Pill>
        </>
      )}
    </>
  );
}
