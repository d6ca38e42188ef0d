"use client";

import { ActionForm } from "#components/form/action-form";
import { ComboField } from "#components/form/combo-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { RequestFields } from "#components/verdicts/request-fields";
import { PartyKindField } from "#components/parties/party-kind-field";
import type { PartyView } from "#lib/parties/queries";
import { requestCommentAction } from "#lib/verdicts/actions";
import { requestCommentInput, type CommentOutcome } from "#lib/verdicts/schema";

/** Nobody has chosen yet what kind of party it is: no value of the schema's own. */
const unanswered = { partyKind: "" } as object;

/** Records whom the desk asked for comment; it proposes the claimant, and empties for the next one. */
export function RequestForm({
  claimId,
  claimant,
  parties,
}: {
  claimId: string;
  claimant: PartyView | null;
  parties: readonly string[];
}) {
  const state = useActionForm({
    schema: requestCommentInput,
    action: requestCommentAction,
    idempotent: true,
    clearWhenDone: true,
    done: "Request recorded.",
    defaultValues: {
      claimId,
      party: claimant?.name ?? "",
      ...(claimant ? { partyKind: claimant.kind } : unanswered),
      partyDescription: claimant?.description ?? "",
      outcome: "waiting" as CommentOutcome,
      channel: "",
      askedOn: "",
      dueOn: "",
      answeredOn: "",
      answer: "",
      reason: "",
    },
  });
  return (
    <ActionForm state={state} label="Record a request for comment">
      <div className="form-grid">
        <ComboField
          name="party"
          label="Whom"
          hint="The claimant, or who speaks for them"
          proposals={parties}
        />
        <PartyKindField name="partyKind" label="They are" />
        <TextField
          name="partyDescription"
          label="Described as"
          hint="Tells parties of one name apart"
          optional
        />
      </div>
      <RequestFields />
      <div className="form-actions">
        <SubmitButton shortcut>Record request</SubmitButton>
      </div>
    </ActionForm>
  );
}
