import { z } from "zod";
import { notFound, redirect } from "next/navigation";
import { connection } from "next/server";
import type { Member, Role } from "./auth/schema.ts";
import { DomainError } from "./errors.ts";
import { currentMember } from "./session.ts";

/** The signed-in member, or a way to the sign-in page that comes back to `path` afterwards. */
export async function requireMember(path: string): Promise<Member> {
  await connection();
  const member = await currentMember();
  if (!member) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  return member;
}

/** The signed-in member if they have one of the roles; everybody else is told that there is no such page. */
export async function requireRole(path: string, ...roles: Role[]): Promise<Member> {
  const member = await requireMember(path);
  if (!roles.includes(member.role)) notFound();
  return member;
}

/** Runs a query for a page; what is not there, or not for this member, becomes the page "not found". */
export async function load<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof DomainError && (error.code === "not_found" || error.code === "forbidden"))
      notFound();
    throw error;
  }
}

/** The id in an address; anything that is no UUID names no page. */
export function idOf(segment: string): string {
  if (!z.uuid().safeParse(segment).success) notFound();
  return segment;
}
