import { ClaimNumber } from "#components/claims/claim-number";
import { ActionButton } from "#components/form/action-button";
import { Text } from "#components/ui/text";
import { FateWords } from "#components/claims/fate-words";
import { addPassageAction, noteAlterationAction } from "#lib/claims/actions";
import type { PassageFate } from "#lib/claims/alterations";

/**
 * Passages that a later version of their article altered or dropped, with old and new words, until somebody takes note.
 * `canChange` offers to cite the new words; `named` says whose passages they are.
 */
export function AlterationAlerts({
  fates,
  canChange = false,
  named = false,
}: {
  fates: readonly PassageFate[];
  canChange?: boolean;
  named?: boolean;
}) {
  if (fates.length === 0) return null;
  return (
    <ul className="plain-list stack" aria-label="Altered passages">
      {fates.map((fate) => (
        <li key={fate.passageId} className="note stack">
          {named && (
            <Text as="div" className="w" lang={fate.claim.language}>
              <a href={`/desk/claims/${fate.claim.number}`}>
                <ClaimNumber number={fate.claim.number} /> {fate.claim.wording}
              </a>
            </Text>
          )}
          <p>
            <strong>
              {fate.outcome === "lost" ? "Passage gone in" : "Passage altered in"}{" "}
              <a href={`/desk/articles/${fate.article.id}/versions?number=${fate.version}`}>
                version {fate.version}
              </a>
              {fate.alarming && ": a number or a negation changed"}
            </strong>
          </p>
          <FateWords fate={fate} />
          <div className="row">
            {fate.seen ? (
              <span className="small quiet">Noted</span>
            ) : (
              <ActionButton
                action={noteAlterationAction}
                input={{ passageId: fate.passageId, articleVersionId: fate.articleVersionId }}
                done={{ words: "Noted. The desk is not told of it again." }}
                small
              >
                Note and dismiss
              </ActionButton>
            )}
            {canChange && fate.now && [...fate.now.exact].length <= 5000 && (
              <ActionButton
                action={addPassageAction}
                input={{ claimId: fate.claim.id, articleVersionId: fate.articleVersionId, ...fate.now }}
                done={{ words: "The claim cites the new words." }}
                small
              >
                Cite the new words
              </ActionButton>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
