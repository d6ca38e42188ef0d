"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { DialogButton } from "#components/ui/dialog-button";
import { schedulePublicationAction } from "#lib/publication/actions";
import { scheduleInput } from "#lib/publication/schema";

interface Scheduling {
  editionId: string;
  /** Of the claim. */
  number: number;
  /** The time that is set already. */
  at: Date | null;
}

/** Asks for the time at which an approved edition is to be published. */
export function ScheduleButton(props: Scheduling) {
  return (
    <DialogButton
      label={props.at === null ? "Publish at a time…" : "Change the time…"}
      title="Publish at a time"
    >
      <ScheduleForm {...props} />
    </DialogButton>
  );
}

function ScheduleForm({ editionId, number, at }: Scheduling) {
  const state = useActionForm({
    schema: scheduleInput,
    action: schedulePublicationAction,
    defaultValues: { editionId, at: at?.toISOString().slice(0, 16) ?? "" },
    outcome: { claim: number, words: "is published at that time." },
  });
  return (
    <ActionForm state={state}>
      <p className="small quiet">
        Exactly this edition, in your name. Until then it can be published now, or taken back into review.
      </p>
      <TextField name="at" type="datetime-local" label="Day and time (UTC)" />
      <div className="form-actions">
        <SubmitButton pendingLabel="Setting…">Set the time</SubmitButton>
      </div>
    </ActionForm>
  );
}
