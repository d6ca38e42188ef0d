import type { Recorder, Tx } from "../audit/audited.ts";
import type { Role } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { notFound } from "../errors.ts";

/** Any number will do; it stands for "the first set-up of this desk". */
const setupLock = 7_226_902;

/** One instance at a time makes the first link. */
export async function lockSetup(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${setupLock}::bigint)`;
}

/** The ids of the active admins, as they stand once nobody else is changing them. */
export async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE role = 'admin' AND deactivated_at IS NULL ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

export interface LockedMember {
  id: string;
  name: string;
  role: Role;
  active: boolean;
  version: number;
}

/** Locks the member until the transaction ends. */
export async function lockMember(tx: Tx, userId: string): Promise<LockedMember> {
  const rows = await tx.$queryRaw<LockedMember[]>`
    SELECT id, name, role::text, deactivated_at IS NULL AS active, version
    FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
  const member = rows[0];
  if (!member) throw notFound("member");
  return member;
}

export interface LockedInvitation {
  id: string;
  email: string | null;
  role: Role;
  invitedById: string | null;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
}

/** Locks the invitation, so that the second of two who use it sees that it was used. */
export async function lockInvitation(
  tx: Tx,
  by: { id: string } | { tokenHash: string },
): Promise<LockedInvitation | null> {
  const { id = null, tokenHash = null } = { id: undefined, tokenHash: undefined, ...by };
  const rows = await tx.$queryRaw<LockedInvitation[]>`
    SELECT id, email, role::text, invited_by_id AS "invitedById", accepted_at AS "acceptedAt",
           revoked_at AS "revokedAt", expires_at AS "expiresAt"
    FROM invitations WHERE id = ${id}::uuid OR token_hash = ${tokenHash} FOR UPDATE`;
  return rows[0] ?? null;
}

/** Whoever loses the right to invite leaves no open links behind. */
export async function revokeInvitationsOf(tx: Tx, record: Recorder, userId: string): Promise<void> {
  const revoked = await tx.invitation.updateManyAndReturn({
    where: { invitedById: userId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: await databaseTime(tx) },
    select: { id: true },
  });
  for (const { id } of revoked) record({ name: "invitation.revoked", invitationId: id });
}
