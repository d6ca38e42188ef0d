"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import { Alert } from "#components/ui/alert";
import { ActionForm } from "#components/form/action-form";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { CopyLink } from "#components/people/copy-link";
import { roleOptions } from "#components/people/role-options";
import { inviteMember } from "#lib/people/actions";
import { inviteInput } from "#lib/people/schema";

/** Makes a link for one new member and shows it, this once. */
export function InviteForm() {
  const router = useRouter();
  const [path, setPath] = useState<string | null>(null);
  const state = useActionForm({
    schema: inviteInput,
    action: inviteMember,
    defaultValues: { email: "", role: "checker" },
    idempotent: true,
    clearWhenDone: true,
    onDone: (invitation) => {
      setPath(invitation.path);
      router.refresh();
    },
  });
  return (
    <div className="stack">
      <ActionForm state={state} label="Invite a member">
        <TextField
          name="email"
          label="E-mail address"
          hint="Only this address can then use the link. Nothing is sent to it."
          type="email"
          autoComplete="off"
          optional
        />
        <RadioGroup name="role" label="Role" options={roleOptions} />
        <SubmitButton>Make a link</SubmitButton>
      </ActionForm>
      {path !== null && (
        <Alert kind="done" title="The link is ready">
          <p>Send it to the new member yourself. It works once, within a week, and is not shown again.</p>
          <CopyLink key={path} path={path} />
        </Alert>
      )}
    </div>
  );
}
