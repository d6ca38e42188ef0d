import { deskLang, otherPositions, otherRelations } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { PositionList } from "#components/publication/position-list";
import { RelatedClaims } from "#components/publication/related-claims";

/** What dispute does not cover: who else speaks of the claim, and which other claims it stands beside. */
export function OtherVoices({ view }: { view: PublicView }) {
  const positions = otherPositions(view);
  const relations = otherRelations(view);
  const lang = deskLang(view);
  return (
    <>
      {positions.length > 0 && (
        <section>
          <h2>What parties say</h2>
          <PositionList positions={positions} lang={lang} />
        </section>
      )}
      {relations.length > 0 && (
        <section>
          <h2>Related claims</h2>
          <RelatedClaims claims={relations} lang={lang} />
        </section>
      )}
    </>
  );
}
