"use client";

import { useWatch } from "react-hook-form";
import { ActionForm } from "#components/form/action-form";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { shelveClaimAction } from "#lib/claims/actions";
import { shelvedReasonNames } from "#lib/claims/rules";
import { shelveClaimInput, shelvedReasons } from "#lib/claims/schema";

const reasons = shelvedReasons.map((value) => ({ value, label: shelvedReasonNames[value] }));

/** Puts a claim aside with the reason; a duplicate names the other claim. */
export function ShelveForm({ claimId, number }: { claimId: string; number: number }) {
  const state = useActionForm({
    schema: shelveClaimInput,
    action: shelveClaimAction,
    defaultValues: { claimId, note: "", duplicateOf: "" },
    outcome: { claim: number, words: "is shelved." },
  });
  return (
    <ActionForm state={state} label="Shelve the claim">
      <RadioGroup name="reason" label="Why it is not checked" options={reasons} />
      <DuplicateOf />
      <TextArea name="note" label="Note" hint="For the desk; never public." rows={2} optional />
      <div className="form-actions">
        <SubmitButton pendingLabel="Shelving…">Shelve</SubmitButton>
      </div>
    </ActionForm>
  );
}

function DuplicateOf() {
  const reason: unknown = useWatch({ name: "reason" });
  if (reason !== "duplicate") return null;
  return (
    <TextField
      name="duplicateOf"
      label="Duplicate of"
      hint={
        <>
          The number of the other claim, such as <span className="nr">C-1042</span>
        </>
      }
    />
  );
}
