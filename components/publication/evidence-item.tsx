import type { PublicView } from "#lib/publication/schema";
import { SourceMark } from "#components/publication/source-mark";
import { Text } from "#components/ui/text";

/** One piece of evidence: the words, where they stand, and whether they show that it was said or that it is so. */
export function EvidenceItem({
  item,
  at,
  sources,
}: {
  item: PublicView["evidence"][number];
  at: number;
  sources: PublicView["sources"];
}) {
  const source = sources.find(({ number }) => number === item.source);
  return (
    <div className="ev" id={`evidence-${at + 1}`}>
      <Text as="blockquote" lang={item.language}>
        {item.quote ?? item.observation}
      </Text>
      <footer>
        <SourceMark number={item.source} /> {source && <Text lang={source.language}>{source.title}</Text>}
        {item.locator !== null && (
          <>
            , <Text>{item.locator}</Text>
          </>
        )}
        <span className="shows">
          {item.shows === "so" ? "Shows that it is so" : "Shows only that it was said"}
          {item.conclusive && " · settles it by itself"}
          {item.involved && " · involved in the conflict"}
          {item.independenceGroup !== null && (
            <>
              {" · origin: "}
              <Text>{item.independenceGroup}</Text>
            </>
          )}
        </span>
      </footer>
    </div>
  );
}
