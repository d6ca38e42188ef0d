import type { ActionResult } from "#lib/action-result";
import { signInProblem } from "#lib/auth/rules";

/** Signs this browser in by next-auth's own address, and answers like an action; `input` is what the form holds. */
export async function signInWith(input: unknown): Promise<ActionResult<null>> {
  const { email, password } = input as { email: string; password: string };
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  const { url } = (await answer.json()) as { url: string };
  const asked = new URL(url, window.location.href).searchParams;
  if (answer.ok && !asked.has("error") && !asked.has("csrf")) return { ok: true, value: null };
  const message =
    signInProblem(asked.get("error") ?? "") ?? "That did not work. Load this page again, then try.";
  return { ok: false, code: "unauthenticated", message };
}
