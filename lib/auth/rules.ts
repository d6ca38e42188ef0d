import type { Member } from "./schema.ts";

/**
 * Where to go after signing in: the path on this site that `wanted` names, or the desk. Other origins, other schemes
 * and whatever is no address at all lead to the desk.
 */
export function returnPath(wanted: unknown, siteUrl: string): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, siteUrl)) return "/desk";
  const site = new URL(siteUrl);
  const url = new URL(wanted, site);
  if (url.origin !== site.origin || url.username !== "" || url.pathname.startsWith("//")) return "/desk";
  return url.pathname + url.search + url.hash;
}

/** The one answer to an unknown address, a wrong password and a deactivated account. */
export const wrongSignIn = "The e-mail address or the password is not right.";

export const tooManyAttempts = (seconds: number): string =>
  `Too many attempts. Wait ${seconds} ${seconds === 1 ? "second" : "seconds"}, then try again.`;

/** The sentence for the word that a refused sign-in leaves in the address; null for words that are not ours. */
export function signInProblem(word: string): string | null {
  const wait = /^wait-(\d{1,4})$/.exec(word);
  if (wait) return tooManyAttempts(Number(wait[1]));
  if (word === "CredentialsSignin") return wrongSignIn;
  if (word === "unavailable")
    return "Nobody can sign in at the moment: the database does not answer. Try again soon.";
  return null;
}

/** Who sees what is confidential of a thing: editors, admins, and the member who added it. */
export const seesConfidential = (actor: Member, addedById: string): boolean =>
  actor.role !== "checker" || actor.id === addedById;
