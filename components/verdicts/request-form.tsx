"use client";

import { ActionForm } from "#components/form/action-form";
import { ComboField } from "#components/form/combo-field";
import { SelectField } from "#components/form/select-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { RequestFields } from "#components/verdicts/request-fields";
import type { PartyView } from "#lib/parties/queries";
import { partyKindNames } from "#lib/parties/rules";
import { partyKinds } from "#lib/parties/schema";
import { requestCommentAction } from "#lib/verdicts/actions";
import { requestCommentInput, type CommentOutcome } from "#lib/verdicts/schema";

const kindOptions = partyKinds.map((value) => ({ value, label: partyKindNames[value] }));

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
      partyKind: claimant?.kind ?? "person",
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
        <SelectField name="partyKind" label="They are" options={kindOptions} />
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
