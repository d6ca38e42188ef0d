import type { Role } from "../auth/schema.ts";

/** An invitation, and the link of the first set-up, can be used for a week. */
export const invitationDays = 7;

/** The words for a role on every page, and what it may do. */
export const roleNames: Record<Role, string> = { checker: "Checker", editor: "Editor", admin: "Admin" };
export const roleDescriptions: Record<Role, string> = {
  checker: "Logs claims, attaches evidence, proposes verdicts.",
  editor: "Also reviews and publishes what others made.",
  admin: "Also invites members and changes their roles.",
};

// Long enough, and still among the first that anybody would try (letters and digits only, lower case).
const common = new Set(
  (
    "123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 123123123123 123456123456 012345678910 " +
    "password1234 password12345 password123456 passwordpassword password1password1 mypassword123 newpassword123 " +
    "adminadminadmin administrator administrator1 admin1234567 admin123456789 letmeinletmein welcomewelcome welcome12345 " +
    "qwertyqwerty qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwerty123456 qwerty1234567 asdfghjklqwe asdfasdfasdf " +
    "1q2w3e4r5t6y 1q2w3e4r5t6y7u abcdefghijkl abcdefghijklm abcdefghijklmnop abcd12345678 abc123abc123 1qaz2wsx3edc " +
    "iloveyou1234 iloveyouiloveyou changemechangeme changeme1234 correcthorsebatterystaple trustno1trustno1 factchecker1 " +
    "factchecking monkeymonkey dragondragon sunshine1234 superman1234 football1234 baseball1234 princess1234"
  ).split(" "),
);

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Why a password of good length is still too easy, or null: it is one of the commonest, or what everybody knows of the
 * person.
 */
export function passwordProblem(password: string, person: { email: string; name: string }): string | null {
  const word = plain(password);
  if (common.has(word) || new Set(password).size < 4)
    return "This password is among the first that anybody would try. Take another one.";
  const [local = "", domain = ""] = person.email.split("@");
  const known = [person.email, person.name, local + local, person.name + person.name, domain].map(plain);
  if (
    known.some((text) => text !== "" && word === text) ||
    isOwnWithDigits(word, [local, person.name].map(plain))
  )
    return "This password is your name or address, which others know. Take another one.";
  return null;
}

/** "annakowalska2026": the name and some digits. */
function isOwnWithDigits(word: string, own: string[]): boolean {
  return own.some(
    (text) => text.length > 3 && word.startsWith(text) && /^\d*$/.test(word.slice(text.length)),
  );
}

export type InvitationState = "open" | "used" | "revoked" | "expired";

/** Where an invitation stands at this moment. */
export function invitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "used";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt > now ? "open" : "expired";
}

/** What to do with a link that cannot be used. */
export const invitationAdvice: Record<Exclude<InvitationState, "open">, string> = {
  used: "This link was used already. If that was you, sign in; otherwise ask an admin of this desk for a new link.",
  revoked: "This link was withdrawn. Ask an admin of this desk for a new one.",
  expired: "This link is older than a week. Ask an admin of this desk for a new one.",
};
