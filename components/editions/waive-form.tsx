"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { waiveItemAction } from "#lib/editions/actions";
import { waiveItemInput, type WaivableItem } from "#lib/editions/schema";

/** Asks why the desk does without one item of the checklist. */
export function WaiveForm({ claimId, item }: { claimId: string; item: WaivableItem }) {
  const state = useActionForm({
    schema: waiveItemInput,
    action: waiveItemAction,
    done: "Waived.",
    defaultValues: { claimId, item, reason: "" },
  });
  return (
    <ActionForm state={state} label="Waive an item">
      <p className="small quiet">The editor reads this reason first. Readers never see it.</p>
      <TextArea name="reason" label="Why it can be done without" rows={3} counted={1000} autoFocus />
      <div className="form-actions">
        <SubmitButton shortcut>Waive</SubmitButton>
      </div>
    </ActionForm>
  );
}
