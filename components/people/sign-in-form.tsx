"use client";

import { Alert } from "#components/ui/alert";
import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { signInInput } from "#lib/auth/schema";
import { signInWith } from "#components/people/sign-in-with";

/** Address and password; goes on to `next`. Does not say which of the two was wrong, and keeps what was typed. */
export function SignInForm({ next, problem }: { next: string; problem: string | null }) {
  const state = useActionForm({
    schema: signInInput,
    action: signInWith,
    defaultValues: { email: "", password: "" },
    // A whole page load, so that nothing is left of what somebody else saw in this tab.
    onDone: () => window.location.assign(next),
  });
  return (
    <ActionForm state={state} label="Sign in">
      {problem !== null && state.problem === null && <Alert kind="problem">{problem}</Alert>}
      <TextField name="email" label="E-mail address" type="email" autoComplete="username" autoFocus />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
    </ActionForm>
  );
}
