import { PageLink } from "#components/ui/page-link";
import { ActionButton } from "#components/form/action-button";
import { AlterationAlerts } from "#components/claims/alteration-alerts";
import { StagePill } from "#components/claims/stage-pill";
import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import { removePassageAction } from "#lib/claims/actions";
import { surroundings } from "#lib/articles/rules";
import type { PassageFate } from "#lib/claims/alterations";
import type { ClaimView } from "#lib/claims/queries";

/** The claim itself: its words, where it stands, what was found so far, and the passages in which it is made. */
export function ClaimHead({
  claim,
  rating,
  finding,
  alterations,
  canChange,
}: {
  claim: ClaimView;
  rating: { name: string; hue: string; glyph: string } | undefined;
  /** Of the draft; empty as long as there is none. */
  finding: string;
  alterations: readonly PassageFate[];
  canChange: boolean;
}) {
  return (
    <div className="stack">
      <Text as="h2" lang={claim.language} className="claim">
        {claim.wording}
      </Text>
      <p className="row">
        <StagePill claim={claim} />
        {rating ? (
          <RatingMark word={rating.name} hue={rating.hue} glyph={rating.glyph} size="chip" />
        ) : (
          <span className="small quiet">Not rated yet</span>
        )}
      </p>
      {finding !== "" && (
        <Text as="p" className="serif">
          {finding}
        </Text>
      )}
      <AlterationAlerts fates={alterations} canChange={canChange} />
      {claim.passages.map((passage) => (
        <div key={passage.id} className="ev">
          <Text as="blockquote" lang={passage.article.language}>
            <span className="faint">{surroundings(passage).before}</span>
            <mark>{passage.exact}</mark>
            <span className="faint">{surroundings(passage).after}</span>
          </Text>
          <footer>
            <PageLink href={`/desk/articles/${passage.article.id}?version=${passage.article.version}`}>
              <Text lang={passage.article.language}>{passage.article.title}</Text>
            </PageLink>
            {passage.article.outlet !== null && (
              <>
                {" "}
                · <Text>{passage.article.outlet}</Text>
              </>
            )}{" "}
            · version {passage.article.version}
            {canChange && claim.passages.length > 1 && (
              <ActionButton
                action={removePassageAction}
                input={{ claimId: claim.id, passageId: passage.id }}
                done={{ words: "Passage removed." }}
                kind="ghost"
                small
                confirm={{
                  title: "Remove this passage?",
                  body: "The claim keeps its other passages. The history keeps this one.",
                  label: "Remove it",
                }}
              >
                Remove passage
              </ActionButton>
            )}
          </footer>
        </div>
      ))}
    </div>
  );
}
