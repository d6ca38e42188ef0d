import { SignInShell } from "#components/layout/sign-in-shell";
import { ButtonLink } from "#components/ui/button-link";
import { invitationAdvice, type InvitationState } from "#lib/people/rules";

/** The page of a link that lets nobody in, with what to do about it. */
export function UnusableLink({ state }: { state: Exclude<InvitationState, "open"> | "unknown" }) {
  return (
    <SignInShell title="This link cannot be used">
      <p>{state === "unknown" ? unknown : invitationAdvice[state]}</p>
      <ButtonLink href="/sign-in">Sign in</ButtonLink>
    </SignInShell>
  );
}

const unknown =
  "There is no such link. Check that it was copied whole, or ask an admin of this desk for a new one.";
