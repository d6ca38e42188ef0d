"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { DialogButton } from "#components/ui/dialog-button";
import { liftWithholdingAction } from "#lib/withholdings/actions";
import { liftInput } from "#lib/withholdings/schema";

/** Asks why, then gives readers back what was withheld. `number` is the claim's. */
export function LiftButton(props: { withholdingId: string; number: number }) {
  return (
    <DialogButton label="Lift…" title="Give it back to readers" small>
      <LiftForm {...props} />
    </DialogButton>
  );
}

function LiftForm({ withholdingId, number }: { withholdingId: string; number: number }) {
  const state = useActionForm({
    schema: liftInput,
    action: liftWithholdingAction,
    defaultValues: { withholdingId, reason: "" },
    outcome: { claim: number, words: "is before readers again." },
  });
  return (
    <ActionForm state={state}>
      <p className="small quiet">Readers can read it again at once, word for word as it was published.</p>
      <TextArea
        name="reason"
        label="Reason"
        hint="For the desk and its log; never public."
        rows={3}
        counted={2000}
      />
      <div className="form-actions">
        <SubmitButton pendingLabel="Lifting…">Lift it now</SubmitButton>
      </div>
    </ActionForm>
  );
}
