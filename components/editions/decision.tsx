import { ClaimNumber } from "#components/claims/claim-number";
import { ActionButton } from "#components/form/action-button";
import { Alert } from "#components/ui/alert";
import { Card } from "#components/ui/card";
import { DialogButton } from "#components/ui/dialog-button";
import { Hash } from "#components/ui/hash";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { ScheduleButton } from "#components/editions/schedule-button";
import { Scheduled } from "#components/editions/scheduled";
import { RequestChangesForm } from "#components/editions/request-changes-form";
import type { Member } from "#lib/auth/schema";
import { publicNumber } from "#lib/claims/rules";
import { approveEditionAction, takeBackEditionAction, withdrawEditionAction } from "#lib/editions/actions";
import { canPublish } from "#lib/editions/policy";
import type { EditionForReview } from "#lib/editions/queries";
import {
  approveAndPublishAction,
  publishEditionAction,
  publishTogetherAction,
} from "#lib/publication/actions";

interface Deciding {
  actor: Member;
  edition: EditionForReview;
  /** How many suggestions nobody has decided. */
  suggested: number;
}

/** Who made the edition, who decided, and what this member can do about it. */
export function Decision({ actor, edition, suggested }: Deciding) {
  return (
    <Card eyebrow="Decision">
      <div className="stack">
        <p className="small quiet">
          Submitted by {edition.submittedBy}, <Time at={edition.submittedAt} />. Worked on by{" "}
          {edition.contributors.join(", ")}.
        </p>
        <p className="small quiet">
          Digest <Hash value={edition.digest} />
        </p>
        {edition.review && (
          <p className="small">
            {edition.review.decision === "approved" ? "Approved by" : "Changes requested by"}{" "}
            {edition.review.by}, <Time at={edition.review.at} />
            {edition.review.note && (
              <>
                : <Text>{edition.review.note}</Text>
              </>
            )}
          </p>
        )}
        {edition.endsWithholding && (
          <Alert kind="warning" title="The claim’s page is withheld" still>
            Published, this edition takes the place of the notice. Earlier editions stay withheld.
          </Alert>
        )}
        {edition.schedule && (
          <Scheduled
            editionId={edition.id}
            number={edition.document.claim.number}
            schedule={edition.schedule}
            canChange={canPublish(actor)}
          />
        )}
        <Choices actor={actor} edition={edition} suggested={suggested} />
      </div>
    </Card>
  );
}

function Choices({ actor, edition, suggested }: Deciding) {
  const { id: editionId, digest, state } = edition;
  const to = edition.kind === "retraction" ? "retract" : "publish";
  const { number } = edition.document.claim;
  const isPublic = { claim: number, words: to === "retract" ? "is retracted." : "is published." };
  if (state === "approved") {
    if (!canPublish(actor)) return <p className="small">Approved. An editor publishes it.</p>;
    return (
      <>
        <ActionButton
          action={publishEditionAction}
          input={{ editionId }}
          kind="primary"
          done={isPublic}
          confirm={{
            title: to === "retract" ? "Retract it now?" : "Publish it now?",
            body: "Readers see exactly this edition at once.",
            label: to === "retract" ? "Retract now" : "Publish now",
          }}
        >
          {to === "retract" ? "Retract now" : "Publish now"}
        </ActionButton>
        {edition.partners.map((partner) => (
          <ActionButton
            key={partner.editionId}
            action={publishTogetherAction}
            input={{ editionId, otherEditionId: partner.editionId }}
            done={{ claim: number, words: `and ${publicNumber(partner.number)} are published.` }}
            confirm={{
              title: "Publish both now?",
              body: `Readers see this edition and that of ${publicNumber(partner.number)} at once.`,
              label: "Publish both",
            }}
          >
            Publish both, with <ClaimNumber number={partner.number} />
          </ActionButton>
        ))}
        <ScheduleButton editionId={editionId} number={number} at={edition.schedule?.at ?? null} />
        <ActionButton
          action={takeBackEditionAction}
          input={{ editionId }}
          kind="ghost"
          href="/desk/review"
          done={{ claim: number, words: "was taken back into review." }}
        >
          Take back into review
        </ActionButton>
      </>
    );
  }
  if (state === "published")
    return (
      <>
        <p className="small">Published.</p>
        <p className="small">
          <a href={`/claims/${edition.document.claim.slug}`}>See it as readers do</a>
        </p>
      </>
    );
  if (state !== "in_review") return <p className="small">{ended[state] ?? "This edition is closed."}</p>;
  if (!edition.mayReview) {
    return (
      <>
        <p className="small">
          {edition.isContributor
            ? "You helped to make this edition, so somebody else decides on it."
            : "An editor decides on this edition."}
        </p>
        {edition.isContributor && (
          <ActionButton
            action={withdrawEditionAction}
            input={{ editionId }}
            kind="ghost"
            done={{ claim: number, words: "was withdrawn from review." }}
          >
            Withdraw from review
          </ActionButton>
        )}
      </>
    );
  }
  const input = { editionId, digest, note: "" };
  return (
    <>
      <p className="small">You did not work on it. What you approve is exactly what stands on this page.</p>
      <ActionButton
        action={approveAndPublishAction}
        input={input}
        kind="primary"
        shortcut="a"
        done={isPublic}
        confirm={{
          title: to === "retract" ? "Approve and retract?" : "Approve and publish?",
          body: "Readers see exactly this edition at once. It carries your approval for good.",
          label: to === "retract" ? "Approve and retract" : "Approve and publish",
        }}
      >
        {to === "retract" ? "Approve and retract" : "Approve and publish"}
      </ActionButton>
      <ActionButton
        action={approveEditionAction}
        input={input}
        done={{ claim: number, words: "is approved. Readers see it once it is published." }}
      >
        Approve, publish later
      </ActionButton>
      <DialogButton label="Request changes" title="Request changes" shortcut="r">
        <RequestChangesForm editionId={editionId} number={number} suggested={suggested} />
      </DialogButton>
    </>
  );
}

const ended: Record<string, string> = {
  changes_requested: "Sent back for changes.",
  withdrawn: "Withdrawn by those who worked on it.",
  taken_back: "Taken back into review; a newer edition of the same text is waiting there.",
};
