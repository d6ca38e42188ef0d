import { asScriptData, claimReview } from "#lib/publication/claim-review";
import type { PublicView, PublishedEditionFacts } from "#lib/publication/schema";

/** ClaimReview markup of a current public claim page; nothing for one that was retracted. Data, never executed. */
export function ClaimReviewJsonLd({ view, edition }: { view: PublicView; edition: PublishedEditionFacts }) {
  const review = claimReview(view, edition);
  if (review === null) return null;
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asScriptData(review) }} />;
}
