import { db } from "../db.ts";
import type { Member, System } from "./schema.ts";

/**
 * The member behind a session, as the database knows them now; null when the account is deactivated, or the
 * session is older than the last sign-out everywhere.
 */
export async function findMember(session: {
  userId: string;
  sessionVersion: number;
}): Promise<Member | null> {
  const user = await db.user.findUnique({
    where: { id: session.userId },
    select: { id: true, name: true, email: true, role: true, sessionVersion: true, deactivatedAt: true },
  });
  if (!user || user.deactivatedAt || user.sessionVersion !== session.sessionVersion) return null;
  return { kind: "member", id: user.id, name: user.name, email: user.email, role: user.role } as Member;
}

/** The member as the database knows them now, for what they asked to be done later; null when the account is deactivated. */
export async function findActing(userId: string): Promise<Member | null> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { sessionVersion: true } });
  return user && findMember({ userId, sessionVersion: user.sessionVersion });
}

/** What signing in with that address compares; null for unknown addresses and deactivated members. */
export async function findSignIn(
  email: string,
): Promise<{ userId: string; passwordHash: string; sessionVersion: number } | null> {
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true, deactivatedAt: true },
  });
  if (!user || user.deactivatedAt) return null;
  return { userId: user.id, passwordHash: user.passwordHash, sessionVersion: user.sessionVersion };
}

/** For set-up and for joining by a link, where nobody is signed in yet. */
export const system = { kind: "system" } as System;
