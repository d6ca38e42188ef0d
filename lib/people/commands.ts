import { createHmac, randomBytes } from "node:crypto";
import { audited, type Tx } from "../audit/audited.ts";
import { checkPassword, hashPassword } from "../auth/gateway.ts";
import { system } from "../auth/queries.ts";
import type { Member, Role } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { db } from "../db.ts";
import { env } from "../env.ts";
import { conflict, DomainError, forbidden, invalid, notFound } from "../errors.ts";
import { orNull } from "../text.ts";
import { lockAdmins, lockInvitation, lockMember, lockSetup, revokeInvitationsOf } from "./locking.ts";
import { canChangeMember, canManageMembers, canSignOutEverywhere } from "./policy.ts";
import { findInvitation, hashToken } from "./queries.ts";
import { invitationAdvice, invitationDays, invitationState, passwordProblem, roleNames } from "./rules.ts";
import type { AcceptInput, ChangePasswordInput, ChangeRoleInput, InviteInput } from "./schema.ts";

const inAWeek = async (tx: Tx) =>
  new Date((await databaseTime(tx)).getTime() + invitationDays * 24 * 60 * 60 * 1000);

/**
 * Invites one person, for admins; answers the path of the link. Only a hash of it is kept, so this is the one time that
 * it can be shown.
 */
export async function inviteMember(
  actor: Member,
  input: InviteInput,
): Promise<{ invitationId: string; token: string; path: string }> {
  const token = randomBytes(32).toString("base64url");
  return audited(actor, async (tx, record) => {
    if (!canManageMembers(actor)) throw forbidden("Only an admin invites members.");
    const email = orNull(input.email.toLowerCase());
    if (email && (await tx.user.count({ where: { email } })) > 0) {
      const sentence = "A member has this address already.";
      throw invalid(sentence, { email: sentence });
    }
    const invitation = { id: input.idempotencyKey, email, role: input.role, invitedById: actor.id };
    const made = await tx.invitation.createManyAndReturn({
      data: [{ ...invitation, tokenHash: hashToken(token), expiresAt: await inAWeek(tx) }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (made.length === 0)
      throw conflict(
        "This person was invited a moment ago. If the link is lost, revoke it and invite again.",
      );
    record({ name: "member.invited", invitationId: invitation.id, email, role: input.role });
    return { invitationId: invitation.id, token, path: `/setup/${token}` };
  });
}

/** Makes an open link useless; refuses one that was used or revoked. */
export async function revokeInvitation(actor: Member, input: { invitationId: string }): Promise<void> {
  await audited(actor, async (tx, record) => {
    if (!canManageMembers(actor)) throw forbidden("Only an admin revokes invitations.");
    const invitation = await lockInvitation(tx, { id: input.invitationId });
    if (!invitation) throw notFound("invitation");
    if (invitation.acceptedAt || invitation.revokedAt)
      throw conflict("This invitation was used or revoked meanwhile. Reload to see it.");
    await tx.invitation.update({ where: { id: invitation.id }, data: { revokedAt: await databaseTime(tx) } });
    record({ name: "invitation.revoked", invitationId: invitation.id });
  });
}

/**
 * Makes the holder of a link a member, once: of two who use it at the same moment one gets in. Refuses a link that is
 * not open, an address other than the invited one, an address that a member has, and a password that is too easy.
 */
export async function acceptInvitation(input: AcceptInput): Promise<{ userId: string; email: string }> {
  const seen = await findInvitation(input.token);
  if (!seen) throw notFound("invitation");
  if (seen.state !== "open") throw conflict(invitationAdvice[seen.state]);
  const { email, name } = input;
  const problem = passwordProblem(input.password, { email, name });
  if (problem) throw invalid(problem, { password: problem });
  const passwordHash = await hashPassword(input.password); // slow on purpose, so before any lock

  return audited(system, async (tx, record) => {
    const invitation = await lockInvitation(tx, { tokenHash: hashToken(input.token) });
    if (!invitation) throw notFound("invitation");
    const state = invitationState(invitation, await databaseTime(tx));
    if (state !== "open") throw conflict(invitationAdvice[state]);
    if (invitation.invitedById === null && (await tx.user.count()) > 0) throw conflict(invitationAdvice.used);
    if (invitation.email && invitation.email !== email) {
      const sentence = `This link was made for ${invitation.email}. Use that address, or ask for another link.`;
      throw invalid(sentence, { email: sentence });
    }
    const { role } = invitation;
    const joined = await tx.user.createManyAndReturn({
      data: [{ email, name, role, passwordHash }],
      skipDuplicates: true,
      select: { id: true },
    });
    const userId = joined[0]?.id;
    if (!userId) {
      const sentence = "A member has this address already. Sign in instead, or use another address.";
      throw invalid(sentence, { email: sentence });
    }
    const used = { acceptedAt: await databaseTime(tx), acceptedById: userId };
    await tx.invitation.update({ where: { id: invitation.id }, data: used });
    record({ name: "member.joined", userId, invitationId: invitation.id, email, role });
    return { userId, email };
  });
}

/** Sets one's own new password, given the current one, and ends every session of the account. */
export async function changePassword(actor: Member, input: ChangePasswordInput): Promise<void> {
  const problem = passwordProblem(input.password, actor);
  if (problem) throw invalid(problem, { password: problem });
  await checkCurrent(actor, input.current);
  const passwordHash = await hashPassword(input.password);
  await audited(actor, async (tx, record) => {
    const member = await lockMember(tx, actor.id);
    if (!member.active) throw forbidden("This account is deactivated.");
    const data = { passwordHash, sessionVersion: { increment: 1 } };
    await tx.user.update({ where: { id: actor.id }, data });
    record({ name: "member.password-changed", userId: actor.id });
  });
}

async function checkCurrent(actor: Member, password: string): Promise<void> {
  try {
    await checkPassword({ email: actor.email, password }, null);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "unauthenticated") throw error;
    const sentence = "This is not your password so far.";
    throw invalid(sentence, { current: sentence });
  }
}

/** Gives another member a role; for admins. An admin who loses the role leaves no open invitations behind. */
export async function changeRole(actor: Member, input: ChangeRoleInput): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const member = await lockForChange(tx, actor, input.userId, "Another admin has to change your role.");
    if (member.version !== input.version)
      throw conflict(
        `Somebody changed ${member.name} meanwhile; the role is ${roleNames[member.role]} now. Look again before you change it.`,
        { role: member.role, version: member.version },
      );
    if (member.role === input.role) throw conflict(`${member.name} has this role already.`);
    const { version } = await tx.user.update({
      where: { id: member.id },
      data: { role: input.role, version: { increment: 1 } },
      select: { version: true },
    });
    if (member.role === "admin") await revokeInvitationsOf(tx, record, member.id);
    const change = { before: { role: member.role }, after: { role: input.role } };
    record({ name: "member.role-changed", userId: member.id, change });
    return { version };
  });
}

/** Ends another member's access at once, sessions and open invitations included; for admins. */
export async function deactivateMember(actor: Member, input: { userId: string }): Promise<void> {
  await audited(actor, async (tx, record) => {
    const member = await lockForChange(tx, actor, input.userId, "Another admin has to deactivate you.");
    if (!member.active) throw conflict(`${member.name} is deactivated already.`);
    const data = {
      deactivatedAt: await databaseTime(tx),
      sessionVersion: { increment: 1 },
      version: { increment: 1 },
    };
    await tx.user.update({ where: { id: member.id }, data });
    await revokeInvitationsOf(tx, record, member.id);
    record({ name: "member.deactivated", userId: member.id });
  });
}

/** Lets a deactivated member sign in again, with the password they had; for admins. */
export async function reactivateMember(actor: Member, input: { userId: string }): Promise<void> {
  await audited(actor, async (tx, record) => {
    const member = await lockForChange(tx, actor, input.userId, "Another admin has to reactivate you.");
    if (member.active) throw conflict(`${member.name} is active already.`);
    const data = { deactivatedAt: null, version: { increment: 1 } };
    await tx.user.update({ where: { id: member.id }, data });
    record({ name: "member.reactivated", userId: member.id });
  });
}

/** Ends every session of an account: one's own, or for admins anybody's. */
export async function signOutEverywhere(actor: Member, input: { userId: string }): Promise<void> {
  await audited(actor, async (tx, record) => {
    const member = await lockMember(tx, input.userId);
    if (!canSignOutEverywhere(actor, member)) throw forbidden();
    await tx.user.update({ where: { id: member.id }, data: { sessionVersion: { increment: 1 } } });
    record({ name: "member.signed-out-everywhere", userId: member.id });
  });
}

// The admins are locked first and always in the same order: of two who demote each other at once one is refused. And
// since nobody changes themselves, whoever acts here remains: a desk never loses its last active admin.
async function lockForChange(tx: Tx, actor: Member, userId: string, ownRefusal: string) {
  const admins = await lockAdmins(tx);
  const member = await lockMember(tx, userId);
  if (!canManageMembers(actor) || !admins.includes(actor.id)) throw forbidden("Only an admin does this.");
  if (!canChangeMember(actor, member)) throw forbidden(ownRefusal);
  return member;
}

/**
 * The path of the link that makes the first admin, or null once there is a member. The link is the same at each start
 * and on each instance, since it is derived from the desk's secret, and can be used for a week from the last start.
 */
export async function ensureSetupLink(): Promise<string | null> {
  if ((await db.user.count()) > 0) return null;
  return audited(system, async (tx, record) => {
    await lockSetup(tx);
    const open = await tx.invitation.findFirst({
      where: { invitedById: null, acceptedAt: null, revokedAt: null },
      select: { id: true },
    });
    const role: Role = "admin";
    const id = open?.id ?? (await makeFirst(tx, role));
    const token = createHmac("sha256", env().NEXTAUTH_SECRET).update(`set-up ${id}`).digest("base64url");
    const data = { tokenHash: hashToken(token), expiresAt: await inAWeek(tx) };
    await tx.invitation.update({ where: { id }, data });
    record({ name: "member.invited", invitationId: id, email: null, role });
    return `/setup/${token}`;
  });
}

async function makeFirst(tx: Tx, role: Role): Promise<string> {
  const data = { role, tokenHash: randomBytes(32).toString("hex"), expiresAt: await inAWeek(tx) };
  return (await tx.invitation.create({ data, select: { id: true } })).id;
}
