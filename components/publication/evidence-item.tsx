import type { PublicView } from "#lib/publication/schema";
import { FigureLine } from "#components/publication/figure-line";
import { Quoted } from "#components/publication/quoted";
import { SourceMark } from "#components/publication/source-mark";
import { Text } from "#components/ui/text";

type Evidence = PublicView["evidence"][number];

/** One piece of evidence: the words or what we saw, where it stands, and whether it shows that it was said or is so. `lang` is of our own words. */
export function EvidenceItem({
  item,
  at,
  sources,
  lang,
}: {
  item: Evidence;
  at: number;
  sources: PublicView["sources"];
  lang: string | null;
}) {
  const source = sources.find(({ number }) => number === item.source);
  return (
    <div className="ev" id={`evidence-${at + 1}`}>
      <Seen item={item} lang={lang} />
      {item.quote !== null && <Quoted words={{ ...item, quote: item.quote }} lang={lang} />}
      <FigureLine figures={item.figures} lang={lang} />
      <footer>
        <SourceMark number={item.source} /> {source && <Text lang={source.language}>{source.title}</Text>}
        {item.locator !== null && (
          <>
            , <Text>{item.locator}</Text>
          </>
        )}
        {source?.copy && (
          <>
            {" · "}
            <a href={source.copy.path}>copy</a>
          </>
        )}
        {source?.graphic && source.confidential === null && " · graphic material"}
        <Weight item={item} lang={lang} />
      </footer>
    </div>
  );
}

const seen = { quote: "In our words", observation: "What we saw", search: "What we looked for" } as const;

/** An observation and a search are the desk's own words: no quotation marks, and said to be ours. */
function Seen({ item, lang }: { item: Evidence; lang: string | null }) {
  if (item.observation === null)
    return item.quote === null ? <p className="quiet">The source is cited without a quote.</p> : null;
  return (
    <>
      <p className="eyebrow">{seen[item.kind]}</p>
      <Text as="p" lang={lang} className="seen">
        {item.observation}
      </Text>
    </>
  );
}

function Weight({ item, lang }: { item: Evidence; lang: string | null }) {
  return (
    <div>
      {item.shows === "so" ? "Shows that it is so" : "Shows only that it was said"}
      {item.conclusive && " · settles it by itself"}
      {item.involved && " · party to the conflict"}
      {item.independenceGroup !== null && (
        <>
          {" · origin: "}
          <Text lang={lang}>{item.independenceGroup}</Text>
        </>
      )}
    </div>
  );
}
