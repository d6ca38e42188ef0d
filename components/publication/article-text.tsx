import { claimPath, segments, type Segment } from "#lib/publication/rules";
import type { ArticlePassage, ArticleView } from "#lib/publication/schema";
import { ClaimNumber } from "#components/claims/claim-number";
import { ArticleClaim } from "#components/publication/article-claim";
import { hueClass } from "#components/ui/rating-mark";

/** The whole text with its passages marked, each followed by the number of its claim; then the claims as a list. */
export function ArticleText({ article, text }: { article: ArticleView; text: string }) {
  const claims = new Map(article.passages.map(({ claim }) => [claim.number, claim]));
  return (
    <>
      <div className="public-text" lang={article.language} dir="auto">
        {segments(text, article.passages).map((segment, index) => (
          <Stretch key={index} segment={segment} passages={article.passages} />
        ))}
      </div>
      <section className="part">
        <h2>Claims that we checked in it</h2>
        <ul className="plain-list">
          {[...claims.values()].map((claim) => (
            <li key={claim.number} className="ev small">
              <ArticleClaim claim={claim} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Stretch({ segment, passages }: { segment: Segment; passages: ArticlePassage[] }) {
  if (segment.covering.length === 0) return <>{segment.text}</>;
  const over = segment.covering.flatMap((at) => passages[at] ?? []);
  const innermost = over.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  const hue = innermost.claim.retracted ? "is-none" : hueClass(innermost.claim.rating.hue);
  return (
    <>
      <mark className={hue}>{segment.text}</mark>
      {segment.ending.map((at) => {
        const claim = passages[at]?.claim;
        return (
          claim && (
            <a key={at} className="ref" href={claimPath(claim.slug)} lang="en">
              <ClaimNumber number={claim.number} /> {claim.retracted ? "retracted" : claim.rating.name}
            </a>
          )
        );
      })}
    </>
  );
}
