"use client";

import { ActionForm } from "#components/form/action-form";
import { SelectField } from "#components/form/select-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { relateClaimsAction } from "#lib/disputes/actions";
import { relationNames } from "#lib/disputes/rules";
import { relateClaimsInput, relationKinds } from "#lib/disputes/schema";

const kindOptions = relationKinds.map((value) => ({
  value,
  label: `This claim ${relationNames[value].out}`,
}));

/** Says how a claim stands to another one, which is named by its number. */
export function RelateClaimsForm({ claimId }: { claimId: string }) {
  const state = useActionForm({
    schema: relateClaimsInput,
    action: relateClaimsAction,
    clearWhenDone: true,
    done: "Relation added.",
    defaultValues: { claimId, other: "", kind: "contradicts", reason: "" },
  });
  return (
    <ActionForm state={state} label="Relate to another claim">
      <div className="form-grid">
        <SelectField name="kind" label="How they stand to each other" options={kindOptions} />
        <TextField
          name="other"
          label="The other claim"
          hint="Its number, such as C-1042"
          spellCheck={false}
        />
      </div>
      <TextArea
        name="reason"
        label="Why"
        hint="For the desk: what exactly they share or differ in."
        rows={2}
      />
      <div className="form-actions">
        <SubmitButton shortcut>Add relation</SubmitButton>
      </div>
    </ActionForm>
  );
}
