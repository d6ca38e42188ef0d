import { sourceFacts } from "#lib/publication/facts";
import type { PublicView } from "#lib/publication/schema";
import { sourceKindNames } from "#lib/sources/rules";
import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";

/** Everything the page rests on, each with the number that the text refers to, and how near it is to the matter. */
export function Sources({ view }: { view: PublicView }) {
  if (view.sources.length === 0) return null;
  return (
    <section className="part sources">
      <h2>Sources</h2>
      <ul className="plain-list">
        {view.sources.map((source) => (
          <li key={source.number} id={`source-${source.number}`} className="source">
            <span className="num quiet">[{source.number}]</span>
            <div>
              <Text lang={source.language}>
                {source.url === null ? (
                  source.title
                ) : (
                  <a href={source.url} rel="nofollow noopener">
                    {source.title}
                  </a>
                )}
              </Text>
              <p className="small quiet">
                {source.publisher !== null && (
                  <>
                    <Text>{source.publisher}</Text> ·{" "}
                  </>
                )}
                {sourceKindNames[source.kind]} · <CalendarDate date={source.publishedOn} />
                <SourceMarks facts={sourceFacts(view, source.number)} />
              </p>
              {source.description !== null && (
                <Text as="p" className="small quiet" lang={source.language}>
                  {source.description}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceMarks({ facts }: { facts: ReturnType<typeof sourceFacts> }) {
  return (
    <>
      {facts.primary && " · primary: the utterance itself"}
      {facts.involved && " · party to the conflict"}
      {facts.groups.map((group) => (
        <span key={group}>
          {" · origin: "}
          <Text>{group}</Text>
        </span>
      ))}
    </>
  );
}
