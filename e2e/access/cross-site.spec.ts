import { expect, test } from "@playwright/test";
import { account } from "../accounts.ts";
import { openDesk, type Desk } from "./desk.ts";
import { builtAction } from "./endpoints.ts";
import { encode, Person, siteUrl } from "./person.ts";
import { article } from "./subjects.ts";

let desk: Desk;

test.beforeAll(async () => {
  desk = await openDesk();
});

test("what another site makes a member's browser send is refused, and changes nothing", async () => {
  const { editor } = desk;
  const { articleId } = await article(desk.checker);
  const body = encode([{ articleId }]);
  const foreign: Record<string, string>[] = [
    { Origin: "http://evil.example" },
    { Origin: "null" },
    { Origin: "" },
    { Origin: "]]" },
    { Origin: `${siteUrl()}.evil.example` },
    { Origin: siteUrl().replace("://", "://evil.") },
    { "Sec-Fetch-Site": "cross-site" },
    { Origin: "http://evil.example", "X-Forwarded-Host": "evil.example" },
    { Origin: "http://evil.example", "X-HTTP-Method-Override": "POST" },
  ];
  for (const headers of foreign) {
    const { status } = await editor.post("publication.openFullText", body, headers);
    expect(status, JSON.stringify(headers)).toBe(403);
  }
  const { id, path } = builtAction("publication.openFullText");
  for (const type of ["text/plain", "application/json", "application/x-www-form-urlencoded"]) {
    const headers = { "Next-Action": id, "Content-Type": type };
    expect((await editor.ask(path, { method: "POST", headers, body })).status, type).toBe(403);
  }
  // A plain form cannot send the header that names the action; without it nothing is called.
  const plain = await editor.ask(path, { method: "POST", headers: { "Content-Type": "text/plain" }, body });
  expect(plain.status).toBeLessThan(500);
  const { body: before } = await editor.ask(`/desk/articles/${articleId}/versions`);
  await editor.do("publication.openFullText", { articleId });
  const { body: after } = await editor.ask(`/desk/articles/${articleId}/versions`);
  expect(before).not.toContain("Close full text");
  expect(after).toContain("Close full text");
});

test("signing in from another site is refused", async () => {
  const { email, password } = account("checker");
  const stranger = new Person();
  const { csrfToken } = JSON.parse((await stranger.ask("/api/auth/csrf")).body) as { csrfToken: string };
  const form = (token: string) => new URLSearchParams({ csrfToken: token, email, password }).toString();
  const type = { "Content-Type": "application/x-www-form-urlencoded" };
  const path = "/api/auth/callback/credentials";
  for (const headers of [
    { Origin: "http://evil.example" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site" },
  ] as Record<string, string>[])
    expect(
      (await stranger.ask(path, { method: "POST", headers: { ...type, ...headers }, body: form(csrfToken) }))
        .status,
    ).toBe(403);
  await stranger.ask(path, { method: "POST", headers: type, body: form("0".repeat(64)) });
  expect(stranger.cookies.has("next-auth.session-token")).toBe(false);
});

test("an address that only looks like a member's does not sign in", async () => {
  const { email, password } = account("checker");
  const [local, host] = email.split("@");
  for (const wrong of [
    `${local}＠${host}`,
    `${local}﹫${host}`,
    `${local}@${host},evil@evil.example`,
    `evil@evil.example,${email}`,
    `"${local}"@${host}`,
    `${local}@${host}\0`,
    `${email}\r\nBcc: evil@evil.example`,
    `сhecker@${host}`,
  ])
    await expect(new Person().signIn(wrong, password), wrong).rejects.toThrow("Signing in");
});

test("broken credentials and cookies are nobody's, and no fault", async () => {
  const latin = String.fromCharCode(0xff);
  const cookies = [
    "next-auth.session-token=garbage",
    "next-auth.session-token=%E0%A4%A",
    "next-auth.session-token.0=a; next-auth.session-token.1=b",
    "next-auth.callback-url=%E0%A4%A",
    "next-auth.callback-url=https://evil.example",
    "next-auth.callback-url=http://[; next-auth.csrf-token=x",
    `next-auth.callback-url=${latin}`,
  ];
  const broken = [
    ...cookies.map((Cookie) => ({ Cookie })),
    { Authorization: `Bearer ${latin}` },
    { Authorization: "Bearer %E0%A4%A" },
  ];
  for (const headers of broken as Record<string, string>[]) {
    const what = JSON.stringify(headers);
    expect((await new Person().ask("/desk", { headers })).status, what).toBe(307);
    const session = await new Person().ask("/api/auth/session", { headers });
    expect([session.status, session.body], what).toEqual([200, "{}"]);
    expect((await new Person().ask("/api/auth/signin", { headers })).status, what).toBe(302);
  }
});

test("signing in leads nowhere but to a page of this desk", async () => {
  const { email, password } = account("checker");
  for (const wanted of [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "http://[",
  ]) {
    const query = `callbackUrl=${encodeURIComponent(wanted)}`;
    const member = await new Person().signIn(email, password);
    const again = await member.ask(`/sign-in?${query}`);
    expect([again.status, again.headers.location], wanted).toEqual([307, "/desk"]);

    const stranger = new Person();
    const { csrfToken } = JSON.parse((await stranger.ask("/api/auth/csrf")).body) as { csrfToken: string };
    for (const path of ["/api/auth/callback/credentials", `/api/auth/callback/credentials?${query}`]) {
      const form = new URLSearchParams({ csrfToken, email, password, callbackUrl: wanted });
      const answer = await stranger.ask(path, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: siteUrl() },
        body: form.toString(),
      });
      expect(answer.headers.location, `${path} ${wanted}`).toBe(`${siteUrl()}/desk`);
    }
    const asked = await new Person().ask(`/api/auth/signin?${query}`);
    const next = new URL(asked.headers.location ?? "", siteUrl());
    expect(next.origin + next.pathname, wanted).toBe(`${siteUrl()}/sign-in`);
  }
});
