import { deskLang } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { ClaimNumber } from "#components/claims/claim-number";
import { Byline } from "#components/publication/byline";
import { hueClass } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";

/** Who claims it and how it is rated stand with the words themselves, so that no heading asserts a claim. */
export function ClaimHeading({ view, as: Heading }: { view: PublicView; as: "h1" | "h2" }) {
  const { rating } = view.verdict;
  const lang = deskLang(view) ?? undefined;
  const retracted = view.retraction !== null;
  return (
    <header>
      <p className="eyebrow">
        Claim <ClaimNumber number={view.claim.number} />, by{" "}
        {view.claimant ? <Text>{view.claimant.name}</Text> : "an unknown party"}
        {" · "}
        {retracted ? (
          "fact-check retracted"
        ) : (
          <>
            rated{" "}
            <span className={`rated ${hueClass(rating.hue)}`} lang={lang}>
              {rating.name}
            </span>
          </>
        )}
      </p>
      <Heading className="claim">
        <span className="faint">Claim:</span> <Text lang={view.claim.language}>{view.claim.wording}</Text>
      </Heading>
      <Byline view={view} />
    </header>
  );
}
