import { expect, test } from "vitest";
import type { Member, Role } from "../auth/schema.ts";
import { canChangeMember, canManageMembers, canSignOutEverywhere } from "./policy.ts";

const member = (role: Role, id: string = role) =>
  ({ kind: "member", id, name: id, email: id, role }) as Member;

test("admins alone manage members", () => {
  const table = { checker: false, editor: false, admin: true };
  for (const role of ["checker", "editor", "admin"] as const)
    expect(canManageMembers(member(role)), role).toBe(table[role]);
});

test("nobody changes themselves, and nobody but an admin changes others", () => {
  expect(canChangeMember(member("admin", "a"), { id: "b" })).toBe(true);
  expect(canChangeMember(member("admin", "a"), { id: "a" })).toBe(false);
  expect(canChangeMember(member("editor", "a"), { id: "b" })).toBe(false);
  expect(canChangeMember(member("checker", "a"), { id: "b" })).toBe(false);
});

test("everybody ends their own sessions, an admin anybody's", () => {
  for (const role of ["checker", "editor", "admin"] as const) {
    expect(canSignOutEverywhere(member(role, "a"), { id: "a" }), role).toBe(true);
    expect(canSignOutEverywhere(member(role, "a"), { id: "b" }), role).toBe(role === "admin");
  }
});
