"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { DialogButton } from "#components/ui/dialog-button";
import { retractClaimAction } from "#lib/editions/actions";
import { retractInput } from "#lib/editions/schema";

/** Asks for the reason, then submits the retraction for review. */
export function RetractButton({ claimId, number }: { claimId: string; number: number }) {
  return (
    <DialogButton label="Retract…" title="Retract this claim" kind="ghost">
      <RetractForm claimId={claimId} number={number} />
    </DialogButton>
  );
}

function RetractForm({ claimId, number }: { claimId: string; number: number }) {
  const state = useActionForm({
    schema: retractInput,
    action: retractClaimAction,
    defaultValues: { claimId, reason: "" },
    outcome: {
      claim: number,
      words: "waits in review to be retracted. Until then readers see it as before.",
    },
  });
  return (
    <ActionForm state={state}>
      <p className="small quiet">
        The page stays, marked as retracted, with this reason. An editor who did not work on it decides first.
      </p>
      <TextArea name="reason" label="Reason for readers" rows={3} counted={1000} />
      <div className="form-actions">
        <SubmitButton kind="danger" pendingLabel="Submitting…">
          Submit the retraction
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
