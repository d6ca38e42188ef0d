import { deskLang, disputedBy } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { PositionList } from "#components/publication/position-list";
import { RelatedClaims } from "#components/publication/related-claims";
import { SourceMark } from "#components/publication/source-mark";
import { Text } from "#components/ui/text";

/** One list in three groups. "No information" stands in it as what it is, never as a denial. */
export function DisputedBy({ view }: { view: PublicView }) {
  const { against, silent, claims, evidence } = disputedBy(view);
  const lang = deskLang(view);
  const none = against.length + silent.length + claims.length + evidence.length === 0;
  return (
    <section>
      <h2>Disputed by</h2>
      {none && <p className="quiet">No dispute is on record.</p>}
      {against.length + silent.length > 0 && (
        <div className="group">
          <h3>Parties</h3>
          <PositionList positions={against} lang={lang} />
          {silent.length > 0 && (
            <>
              <p className="small quiet">Asked or quoted, without denying it:</p>
              <PositionList positions={silent} lang={lang} />
            </>
          )}
        </div>
      )}
      {claims.length > 0 && (
        <div className="group">
          <h3>Claims</h3>
          <RelatedClaims claims={claims} lang={lang} />
        </div>
      )}
      {evidence.length > 0 && (
        <div className="group">
          <h3>Evidence</h3>
          <ul className="plain-list">
            {evidence.map(({ at, item }) => (
              <li key={at} className="ev">
                <a href={`#evidence-${at + 1}`}>
                  <Beginning item={item} lang={lang} />
                </a>{" "}
                <SourceMark number={item.source} />
                {item.shows === "said" && <span className="small quiet"> shows only that it was said</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Beginning({ item, lang }: { item: PublicView["evidence"][number]; lang: string | null }) {
  const { translation, quote, language, observation } = item;
  if (translation === null && quote !== null) return <Text lang={language}>{shortened(quote)}</Text>;
  const ours = translation ?? observation;
  if (ours === null) return <>a passage without a quote</>;
  return <Text lang={lang}>{shortened(ours)}</Text>;
}

/** The whole quote stands under Evidence; here its beginning, cut between characters. */
function shortened(quote: string): string {
  const characters = Array.from(quote);
  return characters.length <= 120 ? quote : `${characters.slice(0, 117).join("").trimEnd()}…`;
}
