import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInShell } from "#components/layout/sign-in-shell";
import { SignInForm } from "#components/people/sign-in-form";
import { returnPath, signInProblem } from "#lib/auth/rules";
import { env } from "#lib/env";
import { currentMember } from "#lib/session";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const next = returnPath(callbackUrl, env().ASSAY_URL);
  if (await currentMember()) redirect(next);
  return (
    <SignInShell title="Sign in">
      <SignInForm next={next} problem={typeof error === "string" ? signInProblem(error) : null} />
    </SignInShell>
  );
}
