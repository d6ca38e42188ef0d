import { sourceFacts } from "#lib/publication/facts";
import { deskLang } from "#lib/publication/rules";
import type { PublicView, ShownCopy, ShownSource } from "#lib/publication/schema";
import { sourceKindNames } from "#lib/sources/rules";
import { ConfidentialSource } from "#components/publication/confidential-source";
import { CalendarDate } from "#components/ui/calendar-date";
import { Hash } from "#components/ui/hash";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

type Facts = ReturnType<typeof sourceFacts>;

/** Everything the page rests on, each with the number that the text refers to, and how near it is to the matter. */
export function Sources({ view }: { view: PublicView }) {
  if (view.sources.length === 0) return null;
  const lang = deskLang(view);
  return (
    <section className="sources">
      <h2>Sources</h2>
      <ul className="plain-list">
        {view.sources.map((source) => (
          <li key={source.number} id={`source-${source.number}`}>
            <span>[{source.number}]</span>
            <div>
              {source.confidential === null ? (
                <Named source={source} facts={sourceFacts(view, source.number)} lang={lang} />
              ) : (
                <>
                  <ConfidentialSource confidential={source.confidential} lang={lang} />
                  <p>
                    <Joined parts={marks(sourceFacts(view, source.number), lang)} />
                  </p>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Leads to the original; where that is gone, to the copy. */
function Title({ source: { title, language, url, copy } }: { source: ShownSource }) {
  const isGone = copy !== null && copy.goneSince !== null;
  return (
    <Text lang={language}>
      {isGone ? (
        <a href={copy.path}>{title}</a>
      ) : url === null ? (
        title
      ) : (
        <a href={url} rel="nofollow noopener">
          {title}
        </a>
      )}
    </Text>
  );
}

function CopyLine({ url, copy }: { url: string | null; copy: ShownCopy }) {
  return (
    <p>
      {copy.goneSince !== null && (
        <>
          The original has been gone since <Time at={copy.goneSince} style="date" />.{" "}
        </>
      )}
      <a href={copy.path}>
        Copy of <Time at={copy.capturedAt} style="date" />
      </a>{" "}
      · <Hash value={copy.sha256} />
      {copy.goneSince !== null && url !== null && (
        <>
          {" · "}
          <a href={url} rel="nofollow noopener">
            address of the original
          </a>{" "}
          (gone)
        </>
      )}
    </p>
  );
}

function Named({ source, facts, lang }: { source: ShownSource; facts: Facts; lang: string | null }) {
  const parts = marks(facts, lang);
  return (
    <>
      <Title source={source} />
      <p>
        {source.publisher !== null && (
          <>
            <Text>{source.publisher}</Text> ·{" "}
          </>
        )}
        {source.kind !== null && <>{sourceKindNames[source.kind]} · </>}
        <CalendarDate date={source.publishedOn} />
        {source.graphic && " · graphic material"}
        {parts.length > 0 && " · "}
        <Joined parts={parts} />
      </p>
      {source.copy !== null && <CopyLine url={source.url} copy={source.copy} />}
      {source.description !== null && (
        <Text as="p" lang={lang}>
          {source.description}
        </Text>
      )}
    </>
  );
}

function marks({ primary, involved, groups }: Facts, lang: string | null) {
  return [
    ...(primary ? ["primary: the utterance itself"] : []),
    ...(involved ? ["party to the conflict"] : []),
    ...groups.map((group) => (
      <span key={group}>
        origin: <Text lang={lang}>{group}</Text>
      </span>
    )),
  ];
}

const Joined = ({ parts }: { parts: ReturnType<typeof marks> }) =>
  parts.map((part, at) => (
    <span key={at}>
      {at > 0 && " · "}
      {part}
    </span>
  ));
