import { Fragment, type ReactNode } from "react";
import { marksOf } from "#components/sources/source-marks";
import { PageLink } from "#components/ui/page-link";
import { CalendarDate } from "#components/ui/calendar-date";
import { Pill } from "#components/ui/pill";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { OutsideLink } from "#components/ui/outside-link";
import type { SourceView } from "#lib/sources/queries";
import { sourceKindNames } from "#lib/sources/rules";

/** One source in a line: title, publisher, date, kind, and its address where it has one. */
export function SourceLine({ source, locator }: { source: SourceView; locator?: string | null }) {
  return (
    <>
      <SourceTitle source={source} />
      {locator ? (
        <>
          , <Text>{locator}</Text>
        </>
      ) : null}
      {factsOf(source).length > 0 && " · "}
      <SourceFacts source={source} />
    </>
  );
}

/** The title of a source, as the way to its page. */
export const SourceTitle = ({ source }: { source: SourceView }) => (
  <PageLink href={`/desk/sources/${source.id}`}>
    <Text lang={source.language}>{source.title}</Text>
  </PageLink>
);

/** What there is to know of a source beside its title, and of `more`; what it is marked with, and whether it is gone. */
export function SourceFacts({ source, more = [] }: { source: SourceView; more?: readonly ReactNode[] }) {
  return (
    <>
      {[...factsOf(source), ...more].map((fact, at) => (
        <Fragment key={at}>
          {at > 0 && " · "}
          {fact}
        </Fragment>
      ))}
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

function factsOf(source: SourceView): ReactNode[] {
  const { publisher, publishedOn, kind, url } = source;
  return [
    publisher !== null && <Text key="publisher">{publisher}</Text>,
    publishedOn !== null && <CalendarDate key="date" date={publishedOn} />,
    kind !== null && sourceKindNames[kind],
    url !== null && (
      <OutsideLink key="url" url={url}>
        {new URL(url).hostname}
      </OutsideLink>
    ),
    ...marksOf(source),
  ].filter((fact) => fact !== false);
}
