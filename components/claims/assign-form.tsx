"use client";

import { ActionForm } from "#components/form/action-form";
import { SelectField } from "#components/form/select-field";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { assignClaimAction } from "#lib/claims/actions";
import { assignClaimInput } from "#lib/claims/schema";

/** Gives a claim to a member or to nobody; `members` are the active ones. */
export function AssignForm({
  claim,
  members,
  onDone,
}: {
  claim: { id: string; assignee: { id: string; name: string } | null };
  members: readonly { id: string; name: string }[];
  onDone?: () => void;
}) {
  const state = useActionForm({
    schema: assignClaimInput,
    action: assignClaimAction,
    defaultValues: {
      claimId: claim.id,
      assigneeId: claim.assignee?.id ?? "",
      version: claim.assignee?.id ?? "",
    },
    done: "Assigned.",
    onDone,
  });
  const known = members.some((member) => member.id === claim.assignee?.id);
  const choices = claim.assignee && !known ? [claim.assignee, ...members] : members;
  return (
    <ActionForm state={state} className="form assign" label="Assign the claim">
      <SelectField
        name="assigneeId"
        label="Assigned to"
        empty="Nobody"
        options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="form-actions">
        <SubmitButton kind="plain" pendingLabel="Assigning…">
          Assign
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
