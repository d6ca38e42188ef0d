import { createHash } from "node:crypto";
import type { Member, Role } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { db } from "../db.ts";
import { forbidden } from "../errors.ts";
import { canManageMembers } from "./policy.ts";
import { invitationState, type InvitationState } from "./rules.ts";

export interface MemberView {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  version: number;
}

/** All members by name, the active ones first. Histories name deactivated members too. */
export async function listMembers(_actor: Member): Promise<MemberView[]> {
  const users = await db.user.findMany({
    select: { id: true, name: true, email: true, role: true, deactivatedAt: true, version: true },
    orderBy: [{ deactivatedAt: { sort: "desc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
  });
  return users.map(({ deactivatedAt, ...user }) => ({ ...user, active: deactivatedAt === null }));
}

/** The names of members by their ids, of deactivated ones too. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}

export interface PendingInvitation {
  id: string;
  email: string | null;
  role: Role;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** Invitations that can still be used, newest first; for admins. */
export async function listInvitations(actor: Member): Promise<PendingInvitation[]> {
  if (!canManageMembers(actor)) throw forbidden();
  const invitations = await db.invitation.findMany({
    where: {
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: await databaseTime(db) },
      invitedById: { not: null },
    },
    select: { id: true, email: true, role: true, invitedById: true, createdAt: true, expiresAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const ids = [...new Set(invitations.flatMap(({ invitedById }) => invitedById ?? []))];
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return invitations.map(({ invitedById, ...invitation }) => ({
    ...invitation,
    invitedBy: names.get(invitedById ?? "") ?? null,
  }));
}

/** What a link is worth: open, or why it is not. `first` is the link that makes the desk's first admin. */
export type InvitationView =
  | { state: "open"; email: string | null; role: Role; first: boolean }
  | { state: Exclude<InvitationState, "open"> };

/** The invitation of a link's token; null where no such link was ever made. */
export async function findInvitation(token: string): Promise<InvitationView | null> {
  const invitation = await db.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      email: true,
      role: true,
      invitedById: true,
      acceptedAt: true,
      revokedAt: true,
      expiresAt: true,
    },
  });
  if (!invitation) return null;
  const state = invitationState(invitation, await databaseTime(db));
  if (state !== "open") return { state };
  return { state, email: invitation.email, role: invitation.role, first: invitation.invitedById === null };
}

/** The one form in which a link's token is kept. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
