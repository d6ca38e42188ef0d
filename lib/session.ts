import { getToken } from "next-auth/jwt";
import { cookies } from "next/headers";
import { cache } from "react";
import { z } from "zod";
import { findMember } from "./auth/queries.ts";
import type { Member } from "./auth/schema.ts";
import { env } from "./env.ts";

/** A desk day and its night: whoever has been away for longer signs in again. */
export const sessionSeconds = 7 * 24 * 60 * 60;

/** All that the cookie carries; who that is, and what they may do, is read from the database at each request. */
export const sessionToken = z.object({ userId: z.uuid(), sessionVersion: z.int() });

/** The cookies of sign-in. Under https they are bound to this very host (`__Host-`). */
export function sessionCookies() {
  const secure = env().ASSAY_URL.startsWith("https://");
  const cookie = (name: string) => ({
    name: `${secure ? "__Host-" : ""}next-auth.${name}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  });
  return {
    sessionToken: cookie("session-token"),
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf-token"),
  };
}

/**
 * Who is signed in, fresh from the database, asked once per request; null for nobody, for an ended session and for a
 * cookie that is not ours. Reads the session cookie and nothing else of the request, so no other header can disturb it.
 */
export const currentMember = cache(async (): Promise<Member | null> => {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const token = await getToken({
    req: { headers: {}, cookies: jar } as Parameters<typeof getToken>[0]["req"],
    cookieName: sessionCookies().sessionToken.name,
    secret: env().NEXTAUTH_SECRET,
  });
  const session = sessionToken.safeParse(token);
  return session.success ? findMember(session.data) : null;
});
