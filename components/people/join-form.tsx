"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { signInWith } from "#components/people/sign-in-with";
import { acceptInvitation } from "#lib/people/actions";
import { acceptInput, passwordMin } from "#lib/people/schema";

/** Makes the holder of a link a member, signs them in, and goes to the desk. */
export function JoinForm({ token, email }: { token: string; email: string | null }) {
  const state = useActionForm({
    schema: acceptInput,
    action: joinAndSignIn,
    defaultValues: { token, name: "", email: email ?? "", password: "" },
    onDone: (path) => window.location.assign(path),
  });
  return (
    <ActionForm state={state} label="Become a member">
      <TextField
        name="name"
        label="Your name"
        hint="As it stands beside your work, for your colleagues."
        autoComplete="name"
        autoFocus
      />
      <TextField
        name="email"
        label="E-mail address"
        hint={email === null ? "You sign in with it." : "The invitation was made for this address."}
        type="email"
        autoComplete="username"
        readOnly={email !== null}
      />
      <TextField
        name="password"
        label="Password"
        hint={`At least ${passwordMin} characters. A few words that do not belong together are easy to keep.`}
        type="password"
        autoComplete="new-password"
      />
      <SubmitButton pendingLabel="Joining…">Join the desk</SubmitButton>
    </ActionForm>
  );
}

async function joinAndSignIn(input: unknown) {
  const joined = await acceptInvitation(input);
  if (!joined.ok) return joined;
  // Whatever goes wrong from here on, the person is a member now and can sign in by hand.
  const signedIn = await signInWith(input).catch(() => ({ ok: false }));
  return { ok: true as const, value: signedIn.ok ? "/desk" : "/sign-in" };
}
