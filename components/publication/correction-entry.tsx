import type { Correction } from "#lib/corrections/schema";
import { correctionClassNames } from "#lib/editions/rules";
import { claimPath, deskLang, editionPath } from "#lib/publication/rules";
import { ClaimNumber } from "#components/claims/claim-number";
import { RatingMark } from "#components/ui/rating-mark";
import { Becomes } from "#components/ui/sign";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** One change of a published fact-check: its class and day, the claim, the reason, and the rating before and after. */
export function CorrectionEntry({
  correction,
  heading: Heading = "h2",
}: {
  correction: Correction;
  heading?: "h2" | "h3";
}) {
  const { before, after } = correction;
  const lang = deskLang(correction);
  return (
    <>
      <p className="small quiet">
        <b>{correctionClassNames[correction.class]}</b> · <Time at={correction.publishedAt} style="date" />
      </p>
      <Heading className="w">
        <span className="faint">Claim:</span>{" "}
        <a href={claimPath(correction.slug)}>
          <Text lang={correction.language}>{correction.wording}</Text>
        </a>
      </Heading>
      <p>
        <Text lang={lang}>{correction.reason}</Text>
      </p>
      <p className="row small">
        {before && (
          <RatingMark word={before.name} hue={before.hue} glyph={before.glyph} size="chip" lang={lang} />
        )}
        {after === null && (
          <span>
            <Becomes />
            retracted
          </span>
        )}
        {after !== null && before?.name !== after.name && (
          <>
            <span>
              <Becomes />
            </span>
            <RatingMark word={after.name} hue={after.hue} glyph={after.glyph} size="chip" lang={lang} />
          </>
        )}
        {after !== null && before?.name === after.name && <span className="quiet">rating unchanged</span>}
      </p>
      <p className="tiny faint">
        <a href={editionPath(correction.slug, correction.editionNumber)}>
          <ClaimNumber number={correction.number} />, edition {correction.editionNumber}
        </a>
      </p>
    </>
  );
}
