import { claimPath, deskLang } from "#lib/publication/rules";
import type { ListedClaim } from "#lib/publication/schema";
import { ClaimNumber } from "#components/claims/claim-number";
import { Pill } from "#components/ui/pill";
import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** Published claims as a list: rating first, then the words with who claims them, then what we found. */
export function ClaimList({
  claims,
  heading: Heading = "h2",
}: {
  claims: ListedClaim[];
  heading?: "h2" | "h3";
}) {
  return (
    <ol className="claims">
      {claims.map((claim) => (
        <li key={claim.number}>
          {claim.state === "retracted" ? (
            <Pill tone="stopped">Fact-check retracted</Pill>
          ) : (
            <RatingMark
              word={claim.rating.name}
              hue={claim.rating.hue}
              glyph={claim.rating.glyph}
              size="chip"
              lang={deskLang(claim)}
            />
          )}
          <Heading className="w">
            <span className="faint">Claim:</span>{" "}
            <a href={claimPath(claim.slug)}>
              <Text lang={claim.language}>{claim.wording}</Text>
            </a>
          </Heading>
          {claim.state === "public" && (
            <p className="quiet">
              <Text lang={deskLang(claim)}>{claim.finding}</Text>
            </p>
          )}
          <p className="tiny faint">
            <ClaimNumber number={claim.number} />, by{" "}
            {claim.claimant === null ? "an unknown party" : <Text>{claim.claimant}</Text>} ·{" "}
            <Time at={claim.publishedAt} style="date" />
          </p>
        </li>
      ))}
    </ol>
  );
}
