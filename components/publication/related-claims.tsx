import { relationNames } from "#lib/disputes/rules";
import { claimPath, deskLang } from "#lib/publication/rules";
import type { RelatedClaim } from "#lib/publication/schema";
import { ClaimNumber } from "#components/claims/claim-number";
import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";

/** Other claims that are public now, in their current words and with their current rating. `lang` is of why they are related. */
export function RelatedClaims({ claims, lang }: { claims: RelatedClaim[]; lang: string | null }) {
  return (
    <ul className="plain-list">
      {claims.map((claim) => (
        <li key={`${claim.number} ${claim.kind} ${claim.direction}`} className="ev">
          <p className="quiet">
            This claim {relationNames[claim.kind][claim.direction]} <ClaimNumber number={claim.number} />
            {claim.claimant !== null && (
              <>
                , by <Text>{claim.claimant}</Text>
              </>
            )}
          </p>
          <p className="serif">
            <span className="faint">Claim:</span>{" "}
            <a href={claimPath(claim.slug)}>
              <Text lang={claim.language}>{claim.wording}</Text>
            </a>
          </p>
          {claim.reason !== "" && (
            <p className="small">
              <Text lang={lang}>{claim.reason}</Text>
            </p>
          )}
          <RatingMark
            word={claim.rating.name}
            hue={claim.rating.hue}
            glyph={claim.rating.glyph}
            size="chip"
            lang={deskLang(claim)}
          />
        </li>
      ))}
    </ul>
  );
}
