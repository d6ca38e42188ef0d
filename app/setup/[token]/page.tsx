import type { Metadata } from "next";
import { connection } from "next/server";
import { SignInShell } from "#components/layout/sign-in-shell";
import { JoinForm } from "#components/people/join-form";
import { UnusableLink } from "#components/people/unusable-link";
import { findInvitation } from "#lib/people/queries";
import { roleDescriptions, roleNames } from "#lib/people/rules";

export const metadata: Metadata = { title: "Join the desk", robots: { index: false } };

export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  await connection();
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (invitation?.state !== "open") return <UnusableLink state={invitation?.state ?? "unknown"} />;
  const { role, email, first } = invitation;
  return (
    <SignInShell title={first ? "Set up this desk" : "Join the desk"}>
      <p>
        {first
          ? "Nobody is a member yet. You become the first admin, who invites the others."
          : `You join as ${roleNames[role].toLowerCase()}. ${roleDescriptions[role]}`}
      </p>
      <JoinForm token={token} email={email} />
    </SignInShell>
  );
}
