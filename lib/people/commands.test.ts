import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { findMember } from "../auth/queries.ts";
import { checkPassword } from "../auth/gateway.ts";
import type { Member, Role } from "../auth/schema.ts";
import { db } from "../db.ts";
import { connectAs } from "../../prisma/test-database.ts";
import * as people from "./commands.ts";
import { findInvitation, listInvitations, listMembers } from "./queries.ts";

const password = "tram lemon orbit quilt";
const tokenOf = (path: string | null) => path?.split("/").at(-1) ?? "";
const address = () => `${randomUUID()}@example.org`;
let admin: Member;

async function memberOf(userId: string): Promise<Member> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const member = await findMember({ userId, sessionVersion: user.sessionVersion });
  if (!member) throw new Error("The member is deactivated.");
  return member;
}

const invite = (by: Member, role: Role = "checker", email = "") =>
  people.inviteMember(by, { email, role, idempotencyKey: randomUUID() });

async function join(role: Role): Promise<Member> {
  const { token } = await invite(admin, role);
  const { userId } = await people.acceptInvitation({ token, name: "Some Body", email: address(), password });
  return memberOf(userId);
}

async function lastEvents(count: number): Promise<string[]> {
  const events = await db.auditEvent.findMany({
    orderBy: { seq: "desc" },
    take: count,
    select: { name: true },
  });
  return events.map(({ name }) => name);
}

beforeAll(async () => {
  // Two instances that start at once, and one that starts again.
  const links = await Promise.all([people.ensureSetupLink(), people.ensureSetupLink()]);
  links.push(await people.ensureSetupLink());
  expect(new Set(links).size).toBe(1);
  expect(links[0]).toMatch(/^\/setup\/[\w-]{43}$/);
  expect(await findInvitation(tokenOf(links[0] ?? null))).toMatchObject({
    state: "open",
    role: "admin",
    first: true,
  });
  const token = tokenOf(links[0] ?? null);
  const { userId } = await people.acceptInvitation({
    token,
    name: "First Admin",
    email: address(),
    password,
  });
  admin = await memberOf(userId);
  expect(admin.role).toBe("admin");
  expect(await findInvitation(token)).toEqual({ state: "used" });
});

test("there is no set-up link once somebody is a member", async () => {
  expect(await people.ensureSetupLink()).toBeNull();
});

test("a link makes one member of the invited role, and only its hash is kept", async () => {
  const { token, path } = await invite(admin, "editor");
  expect(path).toBe(`/setup/${token}`);
  const app = await connectAs("app");
  const kept = await app.query("SELECT 1 FROM invitations WHERE invitations::text LIKE '%' || $1 || '%'", [
    token,
  ]);
  expect(kept.rowCount).toBe(0);
  const given = { token, name: "Some Body", email: address(), password };
  const { userId } = await people.acceptInvitation(given);
  expect((await memberOf(userId)).role).toBe("editor");
  expect(await lastEvents(2)).toEqual(["member.joined", "member.invited"]);
  await expect(people.acceptInvitation({ ...given, email: address() })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("used already"),
  });
});

test("of two who use one link at the same moment one becomes a member", async () => {
  const { token } = await invite(admin);
  const before = await db.user.count();
  const results = await Promise.allSettled(
    [1, 2, 3].map(() => people.acceptInvitation({ token, name: "Some Body", email: address(), password })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(await db.user.count()).toBe(before + 1);
});

test("a double click on invite makes one invitation", async () => {
  const input = { email: "", role: "checker" as const, idempotencyKey: randomUUID() };
  await people.inviteMember(admin, input);
  await expect(people.inviteMember(admin, input)).rejects.toMatchObject({ code: "conflict" });
});

test("a link is refused when it is unknown, revoked, expired or made for another address", async () => {
  const given = { name: "Some Body", email: address(), password };
  await expect(people.acceptInvitation({ ...given, token: "made-up" })).rejects.toMatchObject({
    code: "not_found",
  });

  const revoked = await invite(admin);
  await people.revokeInvitation(admin, revoked);
  await expect(people.acceptInvitation({ ...given, token: revoked.token })).rejects.toThrow("withdrawn");
  await expect(people.revokeInvitation(admin, revoked)).rejects.toMatchObject({ code: "conflict" });

  const expired = await invite(admin);
  const app = await connectAs("app");
  await app.query("UPDATE invitations SET expires_at = now() WHERE id = $1", [expired.invitationId]);
  await expect(people.acceptInvitation({ ...given, token: expired.token })).rejects.toThrow(
    "older than a week",
  );
  expect(await findInvitation(expired.token)).toEqual({ state: "expired" });

  const { token } = await invite(admin, "checker", "Meant@Example.org");
  await expect(people.acceptInvitation({ ...given, token })).rejects.toMatchObject({
    fields: { email: expect.stringContaining("meant@example.org") },
  });
});

test("an address that a member has, and a password that is too easy, leave the link open", async () => {
  const { token } = await invite(admin);
  const given = { token, name: "Some Body", email: address(), password };
  await expect(people.acceptInvitation({ ...given, email: admin.email })).rejects.toMatchObject({
    fields: { email: expect.any(String) },
  });
  await expect(people.acceptInvitation({ ...given, password: "somebody1234" })).rejects.toMatchObject({
    fields: { password: expect.any(String) },
  });
  await expect(invite(admin, "checker", admin.email)).rejects.toMatchObject({ code: "invalid" });
  expect(await findInvitation(token)).toMatchObject({ state: "open" });
});

test("nobody but an admin invites, revokes, lists invitations or changes members", async () => {
  const { invitationId } = await invite(admin);
  const subject = await join("checker");
  for (const actor of [await join("checker"), await join("editor")]) {
    const version = 1;
    const calls: (() => Promise<unknown>)[] = [
      () => invite(actor),
      () => listInvitations(actor),
      () => people.revokeInvitation(actor, { invitationId }),
      () => people.changeRole(actor, { userId: subject.id, role: "admin", version }),
      () => people.deactivateMember(actor, { userId: subject.id }),
      () => people.reactivateMember(actor, { userId: subject.id }),
      () => people.signOutEverywhere(actor, { userId: subject.id }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("a role changes at once and is refused to whoever saw an older one", async () => {
  const subject = await join("checker");
  await people.changeRole(admin, { userId: subject.id, role: "editor", version: 1 });
  expect((await memberOf(subject.id)).role).toBe("editor");
  expect(await lastEvents(1)).toEqual(["member.role-changed"]);
  const late = people.changeRole(admin, { userId: subject.id, role: "admin", version: 1 });
  await expect(late).rejects.toMatchObject({ code: "conflict", theirs: { role: "editor", version: 2 } });
});

test("nobody changes their own role or deactivates themselves", async () => {
  const version = 1;
  await expect(people.changeRole(admin, { userId: admin.id, role: "editor", version })).rejects.toThrow(
    "Another admin",
  );
  await expect(people.deactivateMember(admin, { userId: admin.id })).rejects.toThrow("Another admin");
});

test("two admins who deactivate each other at once leave one active admin", async () => {
  const [one, two] = [await join("admin"), await join("admin")];
  const results = await Promise.allSettled([
    people.deactivateMember(one, { userId: two.id }),
    people.deactivateMember(two, { userId: one.id }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "forbidden" },
  });
});

test("a deactivated member has no session, no sign-in and no open links, and may come back with new sessions", async () => {
  const subject = await join("admin");
  const link = await invite(subject);
  const credentials = { email: subject.email, password };
  await people.deactivateMember(admin, { userId: subject.id });
  expect(await findMember({ userId: subject.id, sessionVersion: 1 })).toBeNull();
  await expect(checkPassword(credentials, null)).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await findInvitation(link.token)).toEqual({ state: "revoked" });
  expect((await listMembers(admin)).at(-1)).toMatchObject({ active: false });
  await expect(people.deactivateMember(admin, { userId: subject.id })).rejects.toMatchObject({
    code: "conflict",
  });

  await people.reactivateMember(admin, { userId: subject.id });
  expect(await findMember({ userId: subject.id, sessionVersion: 1 })).toBeNull();
  expect(await checkPassword(credentials, null)).toEqual({ userId: subject.id, sessionVersion: 2 });
  await expect(people.reactivateMember(admin, { userId: subject.id })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a new password needs the current one and ends every session", async () => {
  const subject = await join("checker");
  const next = "seven quiet harbour lamps";
  await expect(
    people.changePassword(subject, { current: "not the password", password: next }),
  ).rejects.toMatchObject({
    fields: { current: expect.any(String) },
  });
  await expect(
    people.changePassword(subject, { current: password, password: subject.email }),
  ).rejects.toMatchObject({
    fields: { password: expect.any(String) },
  });
  await people.changePassword(subject, { current: password, password: next });
  expect(await findMember({ userId: subject.id, sessionVersion: 1 })).toBeNull();
  await expect(checkPassword({ email: subject.email, password }, null)).rejects.toThrow();
  expect(await checkPassword({ email: subject.email, password: next }, null)).toMatchObject({
    sessionVersion: 2,
  });
  expect(await lastEvents(1)).toEqual(["member.password-changed"]);
});

test("everybody ends their own sessions, and an admin those of others", async () => {
  const subject = await join("checker");
  await people.signOutEverywhere(subject, { userId: subject.id });
  await people.signOutEverywhere(admin, { userId: subject.id });
  expect(await findMember({ userId: subject.id, sessionVersion: 3 })).not.toBeNull();
  expect(await findMember({ userId: subject.id, sessionVersion: 2 })).toBeNull();
  await expect(people.signOutEverywhere(admin, { userId: randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});
