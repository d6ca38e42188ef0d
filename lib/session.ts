import type { NextAuthOptions, Session } from "next-auth";
import { getToken } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import { cache } from "react";
import { z } from "zod";
import { checkPassword, TooManyAttempts } from "./auth/gateway.ts";
import { findMember } from "./auth/queries.ts";
import { returnPath } from "./auth/rules.ts";
import { signInInput, type Member } from "./auth/schema.ts";
import { env } from "./env.ts";
import { DomainError } from "./errors.ts";

/** A desk day and its night: whoever has been away for longer signs in again. */
const sessionSeconds = 7 * 24 * 60 * 60;

/** All that the cookie carries; who that is, and what they may do, is read from the database at each request. */
const sessionToken = z.object({ userId: z.uuid(), sessionVersion: z.int() });

/** As it comes back. One that a clock far ahead has dated would be good for as much longer: it ends when the clock is right. */
const returnedToken = sessionToken.extend({
  iat: z.number().refine((seconds) => seconds * 1000 < Date.now() + mostAheadMs),
});
const mostAheadMs = 24 * 60 * 60 * 1000;

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
  const session = returnedToken.safeParse(token);
  return session.success ? findMember(session.data) : null;
});

/** What next-auth is told: one way in, by address and password. Refusals reach the sign-in page as words of its own. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: env().ASSAY_URL.startsWith("https://"),
    cookies: sessionCookies(),
    pages: { signIn: "/sign-in", signOut: "/desk/account", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: sessionSeconds },
    jwt: { maxAge: sessionSeconds },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (given, request) => authorize(given, request.headers?.["x-forwarded-for"]),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => sessionToken.parse(user ?? returnedToken.parse(token)),
      session: async ({ session, token }) => describe(session.expires, sessionToken.parse(token)),
      redirect: ({ url, baseUrl }) => new URL(returnPath(url, baseUrl), baseUrl).href,
    },
    // A refused sign-in or an outdated cookie is no fault; what is one, authorize logs itself.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

async function authorize(given: unknown, forwardedFor: unknown) {
  const input = signInInput.safeParse(given);
  if (!input.success) return null;
  try {
    const session = await checkPassword(input.data, nearest(forwardedFor));
    return { id: session.userId, ...session };
  } catch (error) {
    if (error instanceof TooManyAttempts) throw new Error(`wait-${error.seconds}`, { cause: error });
    if (error instanceof DomainError && error.code === "unauthenticated") return null;
    console.error(error);
    throw new Error("unavailable", { cause: error });
  }
}

/** The address that reached us: what stands further left in the list was written by the client itself. */
function nearest(forwardedFor: unknown): string | null {
  return typeof forwardedFor === "string" ? (forwardedFor.split(",").at(-1)?.trim() ?? null) : null;
}

/** What /api/auth/session answers: the member as they are now, or nothing for an ended session. */
async function describe(expires: string, token: z.infer<typeof sessionToken>): Promise<Session> {
  const member = await findMember(token);
  if (!member) return {} as Session;
  return { expires, user: { name: member.name, email: member.email } };
}
