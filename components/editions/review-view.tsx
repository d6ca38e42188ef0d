import { ClaimNumber } from "#components/claims/claim-number";
import { PageLink } from "#components/ui/page-link";
import { ClaimDocument } from "#components/publication/claim-document";
import { Alert } from "#components/ui/alert";
import { Card } from "#components/ui/card";
import { ChangeList } from "#components/editions/change-list";
import { Decision } from "#components/editions/decision";
import { UnnamedSources } from "#components/editions/unnamed-sources";
import { WaiverList } from "#components/editions/waiver-list";
import { SuggestionsOfReview } from "#components/suggestions/suggestions-of-review";
import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import type { Member } from "#lib/auth/schema";
import type { EditionForReview } from "#lib/editions/queries";
import { correctionClassNames } from "#lib/editions/rules";
import type { PublicView } from "#lib/publication/schema";
import type { SuggestionView } from "#lib/suggestions/queries";

/** An edition as its editor decides on it: the finding, the doubts, the waivers and the changes first, then the page as readers will see it. */
export function ReviewView({
  actor,
  edition,
  suggestions,
  view,
}: {
  actor: Member;
  edition: EditionForReview;
  suggestions: readonly SuggestionView[];
  view: PublicView;
}) {
  const { document, note, waivers, changes, hiddenReasons } = edition;
  const { rating, finding } = document.verdict;
  return (
    <>
      <div className="beside content">
        <div className="stack loose">
          <Card eyebrow="Finding">
            <div className="stack">
              {view.retraction === null && (
                <RatingMark word={rating.name} hue={rating.hue} glyph={rating.glyph} size="chip" />
              )}
              <Text as="p" className="serif">
                {finding}
              </Text>
            </div>
          </Card>
          {note !== "" && (
            <Alert kind="warning" title="What the checker is least sure of" still>
              <Text>{note}</Text>
            </Alert>
          )}
          <WaiverList waivers={waivers} />
          {document.correction && (
            <Card eyebrow="Notice for readers">
              <p>
                <strong>{correctionClassNames[document.correction.class]}</strong>:{" "}
                <Text>{document.correction.reason}</Text>
              </p>
            </Card>
          )}
          <Card eyebrow="What changes for the reader">
            {edition.number === 1 ? (
              <p className="small quiet">A first edition: all of it is new to readers.</p>
            ) : (
              <ChangeList changes={changes} />
            )}
          </Card>
          <SuggestionsOfReview edition={edition} suggestions={suggestions} />
          <UnnamedSources edition={edition} />
          {hiddenReasons.length > 0 && (
            <Card eyebrow="What readers see later">
              <p className="small quiet">
                Why this claim is related to others, hidden from readers until those are public too. You
                decide on it now.
              </p>
              <ul className="small" aria-label="Hidden reasons">
                {hiddenReasons.map(({ number, reason }) => (
                  <li key={`${number} ${reason}`}>
                    <PageLink href={`/desk/claims/${number}`}>
                      <ClaimNumber number={number} />
                    </PageLink>
                    : <Text>{reason}</Text>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <Decision
          actor={actor}
          edition={edition}
          suggested={suggestions.filter(({ decided }) => decided === null).length}
        />
      </div>
      <section aria-labelledby="as-readers-see-it" className="preview">
        <h2 id="as-readers-see-it" className="eyebrow">
          As readers will see it
        </h2>
        <ClaimDocument view={view} heading="h2" />
      </section>
    </>
  );
}
