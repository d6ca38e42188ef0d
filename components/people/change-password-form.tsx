"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { signInWith } from "#components/people/sign-in-with";
import { changePassword } from "#lib/people/actions";
import { changePasswordInput, passwordMin } from "#lib/people/schema";

/** Sets a new password; every other session of the account ends, and this browser gets a new one. */
export function ChangePasswordForm({ email }: { email: string }) {
  const state = useActionForm({
    schema: changePasswordInput,
    action: async (input) => {
      const changed = await changePassword(input);
      if (changed.ok) await signInWith({ email, ...(input as { password: string }) }).catch(() => null);
      return changed;
    },
    defaultValues: { current: "", password: "" },
    clearWhenDone: true,
    done: "Your password is changed. Everywhere else you are signed out.",
  });
  return (
    <ActionForm state={state} label="Change your password">
      <input type="text" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <TextField name="current" label="Password so far" type="password" autoComplete="current-password" />
      <TextField
        name="password"
        label="New password"
        hint={`At least ${passwordMin} characters. A few words that do not belong together are easy to keep.`}
        type="password"
        autoComplete="new-password"
      />
      <SubmitButton>Change password</SubmitButton>
    </ActionForm>
  );
}
