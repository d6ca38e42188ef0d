import NextAuth from "next-auth";
import type { NextApiRequest, NextApiResponse } from "next";
import type { NextRequest } from "next/server";
import { returnPath } from "#lib/auth/rules";
import { env } from "#lib/env";
import { authOptions, sessionCookies } from "#lib/session";

type Context = { params: Promise<{ nextauth: string[] }> };

const offered: Record<string, readonly string[]> = {
  GET: ["csrf", "providers", "session", "signin", "signout", "error"],
  POST: ["callback", "signin", "signout", "session"],
};
const maxBody = 20_000;

export const GET = answer;
export const POST = answer;

/**
 * Hands next-auth the parts of the request that it needs, checked, and nothing else: it answers 500 to a callback
 * address that is no address, to a broken body, and to what it does not offer.
 */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  const path = (await context.params).nextauth;
  if (
    !offered[request.method]?.includes(path[0] ?? "") ||
    path.slice(1).some((part) => part !== "credentials")
  )
    return new Response("There is nothing at this address.\n", { status: 404 });
  const text = request.method === "POST" ? await request.text() : "";
  if (text.length > maxBody) return new Response("This is too long for a sign-in.\n", { status: 413 });

  const names = [sessionCookies().sessionToken.name, sessionCookies().csrfToken.name];
  const cookies = request.cookies.getAll().filter(({ name }) => names.some((own) => name.startsWith(own)));
  const { response, finished } = collect();
  const input = {
    method: request.method,
    headers: { "x-forwarded-for": request.headers.get("x-forwarded-for") ?? undefined },
    cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])),
    query: { nextauth: path, ...known(Object.fromEntries(request.nextUrl.searchParams)) },
    body: known(readBody(text, request.headers.get("content-type") ?? "")),
  };
  await NextAuth(input as unknown as NextApiRequest, response as unknown as NextApiResponse, authOptions());
  return finished();
}

function readBody(text: string, type: string): Record<string, unknown> {
  if (!type.includes("application/json")) return Object.fromEntries(new URLSearchParams(text));
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

/** Texts only, the callback address as one of ours, and an error as the plain word that all of ours are. */
function known(values: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const { callbackUrl, error, ...rest } = Object.fromEntries(texts);
  return {
    ...rest,
    ...(callbackUrl !== undefined && {
      callbackUrl: new URL(returnPath(callbackUrl, env().ASSAY_URL), env().ASSAY_URL).href,
    }),
    ...(error !== undefined && /^[\w-]{1,60}$/.test(error) && { error }),
  };
}

/** The few methods of a response that next-auth calls, gathered into a Response. */
function collect() {
  const headers = new Headers({ "Cache-Control": "private, no-store" });
  let cookies: string[] = [];
  let status = 200;
  let body: string | null = null;
  const response = {
    status: (code: number) => ((status = code), response),
    getHeader: () => cookies,
    setHeader(name: string, value: string | string[]) {
      if (typeof value === "string") headers.set(name, value);
      else cookies = value;
      return response;
    },
    json: (value: unknown) => response.setHeader("Content-Type", "application/json").send(value),
    send: (value: unknown) => void (body = typeof value === "string" ? value : JSON.stringify(value ?? null)),
    end: () => {},
  };
  const finished = () => {
    for (const cookie of cookies) headers.append("Set-Cookie", cookie);
    // What is left as 500 is a way of asking that credentials do not have.
    return new Response(body, { status: status === 500 ? 400 : status, headers });
  };
  return { response, finished };
}
