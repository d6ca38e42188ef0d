"use client";

import { ActionForm } from "#components/form/action-form";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { changeRole } from "#lib/people/actions";
import type { MemberView } from "#lib/people/queries";
import { roleOptions } from "#components/people/role-options";
import { changeRoleInput } from "#lib/people/schema";

/** The role of one member, with what each may do. It counts from their next click on. */
export function ChangeRoleForm({ member }: { member: Pick<MemberView, "id" | "name" | "role" | "version"> }) {
  const state = useActionForm({
    schema: changeRoleInput,
    action: changeRole,
    done: `${member.name} has the new role from their next click on.`,
    defaultValues: { userId: member.id, role: member.role, version: member.version },
  });
  return (
    <ActionForm state={state} label={`Role of ${member.name}`}>
      <RadioGroup name="role" label="Role" options={roleOptions} />
      <SubmitButton>Change role</SubmitButton>
    </ActionForm>
  );
}
