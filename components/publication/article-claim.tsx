import { claimPath, deskLang } from "#lib/publication/rules";
import type { ArticlePassage } from "#lib/publication/schema";
import { ClaimNumber } from "#components/claims/claim-number";
import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";

/** A claim beside the passage that makes it: its words, who makes it, and how it is rated now. */
export function ArticleClaim({ claim }: { claim: ArticlePassage["claim"] }) {
  return (
    <p>
      {claim.retracted ? (
        <b>Fact-check retracted</b>
      ) : (
        <RatingMark
          word={claim.rating.name}
          hue={claim.rating.hue}
          glyph={claim.rating.glyph}
          size="chip"
          lang={deskLang(claim)}
        />
      )}{" "}
      <ClaimNumber number={claim.number} />, by{" "}
      {claim.claimant === null ? "an unknown party" : <Text>{claim.claimant}</Text>}.{" "}
      <span className="faint">Claim:</span>{" "}
      <a href={claimPath(claim.slug)}>
        <Text lang={claim.language}>{claim.wording}</Text>
      </a>
    </p>
  );
}
