import { deskLang } from "#lib/publication/rules";
import type { PublicView, PublishedEditionFacts } from "#lib/publication/schema";
import { SampleBanner } from "#components/layout/sample-banner";
import { hueClass, RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** A claim in short, to stand in a frame on another site; what it links to opens outside of the frame. */
export function EmbedCard({ view, edition }: { view: PublicView; edition: PublishedEditionFacts }) {
  const { rating, finding } = view.verdict;
  const lang = deskLang(view);
  const retracted = view.retraction !== null;
  return (
    <>
      {view.sample && <SampleBanner />}
      <main id="main" className={`embed ${hueClass(retracted ? "none" : rating.hue)}`}>
        <p className="eyebrow">
          Fact-check by <bdi>{edition.deskName}</bdi>
        </p>
        <h1>
          <span className="faint">Claim:</span> <Text lang={view.claim.language}>{view.claim.wording}</Text>
        </h1>
        <p className="small quiet">
          Claimed by {view.claimant ? <Text>{view.claimant.name}</Text> : "an unknown party"}
        </p>
        {retracted ? (
          <>
            <p className="withdrawn">Retracted: do not rely on this fact-check</p>
            <p>
              <Text lang={lang}>{view.retraction}</Text>
            </p>
          </>
        ) : (
          <>
            <p>
              <RatingMark word={rating.name} hue={rating.hue} glyph={rating.glyph} size="chip" lang={lang} />
            </p>
            <Text as="p" lang={lang} className="finding">
              {finding}
            </Text>
          </>
        )}
        <p className="small">
          <a href={edition.url} target="_blank" rel="noopener">
            {retracted ? "Read why" : "Read the evidence"}
          </a>{" "}
          <span className="quiet">
            · <Time at={edition.publishedAt} style="date" />
          </span>
        </p>
      </main>
    </>
  );
}
