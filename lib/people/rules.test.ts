import { expect, test } from "vitest";
import { invitationState, passwordProblem } from "./rules.ts";

const anna = { email: "anna.kowalska@example.org", name: "Anna Kowalska" };

test("a password that is common or known of the person is refused, whatever its case and signs", () => {
  for (const password of [
    "password1234",
    "Password-1234",
    "correct horse battery staple",
    "aaaaaaaaaaaaaaaa",
    "abababababababab",
    "Anna.Kowalska@example.org",
    "ANNA KOWALSKA",
    "annakowalska2026",
    "anna.kowalska!!",
    "ｐａｓｓｗｏｒｄ１２３４",
  ])
    expect(passwordProblem(password, anna), password).not.toBeNull();
});

test("any other password is taken, in any script and without digits", () => {
  for (const password of [
    "tram lemon orbit quilt",
    "кот сидит на крыше",
    "كلمة مرور طويلة",
    "kowalska likes tea",
  ])
    expect(passwordProblem(password, anna), password).toBeNull();
});

test("an invitation is open until it is used, revoked or a week old", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const open = { acceptedAt: null, revokedAt: null, expiresAt: new Date("2026-01-01T00:00:01Z") };
  expect(invitationState(open, now)).toBe("open");
  expect(invitationState({ ...open, expiresAt: now }, now)).toBe("expired");
  expect(invitationState({ ...open, revokedAt: now }, now)).toBe("revoked");
  expect(invitationState({ ...open, acceptedAt: now, revokedAt: now }, now)).toBe("used");
});
