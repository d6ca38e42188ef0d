import type { Member } from "../auth/schema.ts";

/** Admins invite, and say who may do what. */
export const canManageMembers = (actor: Member): boolean => actor.role === "admin";

/** Nobody changes their own role or deactivates themselves: another admin does, so that one remains. */
export const canChangeMember = (actor: Member, subject: { id: string }): boolean =>
  canManageMembers(actor) && actor.id !== subject.id;

export const canSignOutEverywhere = (actor: Member, subject: { id: string }): boolean =>
  canManageMembers(actor) || actor.id === subject.id;
