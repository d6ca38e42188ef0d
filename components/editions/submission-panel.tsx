import { ActionButton } from "#components/form/action-button";
import { Alert } from "#components/ui/alert";
import { ButtonLink } from "#components/ui/button-link";
import { Card } from "#components/ui/card";
import { Checklist } from "#components/editions/checklist";
import { ChangeList } from "#components/editions/change-list";
import { RetractButton } from "#components/editions/retract-button";
import { SubmitForm } from "#components/editions/submit-form";
import { Text } from "#components/ui/text";
import { nextStage } from "#lib/claims/rules";
import { abandonRevisionAction, startRevisingAction, withdrawEditionAction } from "#lib/editions/actions";
import type { Submission } from "#lib/editions/queries";

/** Where the claim stands on its way to readers, and what can be done about it now. */
export function SubmissionPanel({ submission }: { submission: Submission }) {
  const { claimId, number, checklist, changes, changesRequested, open, publishedNumber } = submission;
  const { publicState, isWithheld, slug } = submission;
  const can = (verb: Parameters<typeof nextStage>[0]) => nextStage(verb, submission) !== null;
  return (
    <Card title="To readers">
      <div className="stack">
        {changesRequested && (
          <Alert kind="warning" title={`${changesRequested.by} asks for changes`} still>
            <Text>{changesRequested.note}</Text>
          </Alert>
        )}
        {isWithheld && <p className="small">Readers see a notice: the page is withheld.</p>}
        {publicState !== "never" && !isWithheld && (
          <p className="small">
            Readers see <a href={`/claims/${slug}`}>edition {publishedNumber}</a>
            {publicState === "retracted" ? ", marked as retracted." : "."}
          </p>
        )}
        {submission.stage === "logged" && (
          <p className="small quiet">Start checking this claim to submit it.</p>
        )}
        {can("submit") && (
          <>
            {changes.length > 0 && <ChangeList changes={changes} />}
            <Checklist claimId={claimId} items={checklist} />
            <SubmitForm claimId={claimId} number={number} first={publishedNumber === null} />
          </>
        )}
        {open && (
          <div className="row">
            <ButtonLink href={`/desk/review/${open.id}`}>
              Open the edition {open.state === "approved" ? "to publish" : "in review"}
            </ButtonLink>
            {open.state === "in_review" && open.isContributor && (
              <ActionButton
                action={withdrawEditionAction}
                input={{ editionId: open.id }}
                kind="ghost"
                done={{ claim: number, words: "was withdrawn from review." }}
              >
                Withdraw from review
              </ActionButton>
            )}
          </div>
        )}
        <div className="row">
          {can("start revising") && (
            <ActionButton
              action={startRevisingAction}
              input={{ claimId }}
              done={{ claim: number, words: "is being revised. Meanwhile readers see it as before." }}
            >
              Start revising
            </ActionButton>
          )}
          {can("abandon revision") && publicState !== "never" && (
            <ActionButton
              action={abandonRevisionAction}
              input={{ claimId }}
              kind="ghost"
              done={{ claim: number, words: "is not being revised any more. Readers see it as before." }}
              confirm={{
                title: "Abandon this revision?",
                body: "Readers go on seeing the published edition. What you changed stays in the draft for the next revision.",
                label: "Abandon the revision",
              }}
            >
              Abandon the revision
            </ActionButton>
          )}
          {can("retract") && <RetractButton claimId={claimId} number={number} />}
        </div>
      </div>
    </Card>
  );
}
