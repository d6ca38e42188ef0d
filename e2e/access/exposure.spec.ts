import { expect, test } from "@playwright/test";
import { globSync, readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { root } from "../../scripts/options.ts";
import { account } from "../accounts.ts";
import { openDesk, type Desk } from "./desk.ts";
import { Person, siteUrl } from "./person.ts";
import { addressesOf, routeRows } from "./routes.ts";

let desk: Desk;
let addresses: Map<string, string>;

test.beforeAll(async () => {
  desk = await openDesk();
  addresses = await addressesOf(desk, Object.keys(routeRows));
});

test("every answer carries the headers that hold a browser back", async () => {
  const nonces: string[] = [];
  for (const address of [...addresses.values(), "/nothing/here", "/%E0%A4%A", "/_next/static/nothing.js"])
    for (const who of [desk.nobody, desk.checker]) {
      const { headers } = await who.ask(address);
      const policy = headers["content-security-policy"]?.toString() ?? "";
      // The card of a claim is the one thing that other sites may show in a frame.
      const framed = address.startsWith("/embed/");
      expect(policy, address).toContain(framed ? "frame-ancestors *" : "frame-ancestors 'none'");
      expect(policy, address).not.toContain("unsafe");
      // Readers' pages run nothing at all; the desk runs what carries the nonce of this one answer.
      if (policy.includes("nonce-")) {
        expect(policy, address).toContain("default-src 'self'");
        expect(policy, address).toContain("object-src 'none'");
        nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
      } else expect(policy, address).toContain("default-src 'none'");
      if (/^\/(desk|sign-in|setup)/.test(address)) expect(policy, address).toContain("nonce-");
      expect(headers["x-content-type-options"], address).toBe("nosniff");
      expect(headers["x-frame-options"], address).toBe(framed ? undefined : "DENY");
      expect(headers["x-powered-by"], address).toBeUndefined();
      expect(headers.server, address).toBeUndefined();
    }
  expect(nonces.length).toBeGreaterThan(20);
  expect(new Set(nonces).size, "a nonce is used once").toBe(nonces.length);
});

test("a poisoned host stands in no answer and in nothing that is kept", async () => {
  const headers = {
    Host: "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "gopher",
    Forwarded: "host=evil.example;proto=gopher",
    "X-Original-URL": "//evil.example/",
  };
  const more = ["/search?q=a", "/claims/nothing-c9", "/data/", "/nothing/here", "/corrections/feed.xml"];
  for (const address of [...addresses.values(), ...more])
    for (const said of [await desk.nobody.ask(address, { headers }), await desk.nobody.ask(address)])
      expect(JSON.stringify(said.headers) + said.body, address).not.toMatch(/evil\.example|gopher/);
});

test("a client does not choose the nonce of its page", async () => {
  const wished = "'nonce-bm90IGEgbm9uY2U='";
  const headers = { "content-security-policy": `script-src ${wished}`, "x-nonce": "bm90IGEgbm9uY2U=" };
  const answer = await desk.nobody.ask("/", { headers });
  expect(JSON.stringify(answer.headers) + answer.body).not.toContain("bm90IGEgbm9uY2U=");
});

test("readers get no cookie, and what is made for one person is kept by no cache", async () => {
  for (const [pattern, address] of addresses)
    for (const who of [desk.nobody, desk.checker]) {
      const { headers } = await who.ask(address);
      if (pattern !== "/api/auth/[...nextauth]") expect(headers["set-cookie"], address).toBeUndefined();
      if (/^\/(desk|sign-in|setup|api\/auth)/.test(pattern))
        expect(headers["cache-control"], address).toMatch(/private.*no-store/);
    }
});

test("the cookies of sign-in are read by no script and sent by no other site's form", async () => {
  const { email, password } = account("checker");
  const stranger = new Person();
  const { csrfToken } = JSON.parse((await stranger.ask("/api/auth/csrf")).body) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, email, password });
  const { headers } = await stranger.ask("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: siteUrl() },
    body: form.toString(),
  });
  const cookies = headers["set-cookie"] ?? [];
  expect(cookies.some((cookie) => cookie.startsWith("next-auth.session-token="))).toBe(true);
  for (const cookie of cookies) {
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).not.toContain("Domain=");
  }
});

test("nothing beside the pages is served", async () => {
  const files = [
    "package.json",
    "server.ts",
    ".env",
    ".env.local",
    ".git/config",
    ".git/HEAD",
    "secrets.json",
  ];
  const built = [".next/BUILD_ID", ".next/server/server-reference-manifest.json", "next.config.js"];
  const inside = [
    "prisma/schema/people.prisma",
    "lib/env.ts",
    ".assay/secrets.json",
    "server-status",
    "metrics",
  ];
  const ways = [
    "/",
    "/_next/",
    "/_next/static/",
    "/_next/static/../../",
    "/%2e%2e/",
    "/..%2f",
    "/_next/static/%2e%2e/%2e%2e/",
  ];
  for (const file of [...files, ...built, ...inside])
    for (const way of ways)
      expect((await desk.nobody.ask(way + file)).status, way + file).toBeGreaterThanOrEqual(400);
  for (const path of [
    "/_next/image?url=%2ficon.svg&w=64&q=75",
    "/_next/data/x/desk.json",
    "/__nextjs_original-stack-frame",
    "/_next/mcp",
    "/_next/webpack-hmr",
  ])
    expect((await desk.nobody.ask(path)).status, path).toBeGreaterThanOrEqual(400);
});

test("no source map is built or named", () => {
  expect(globSync(".next/static/**/*.map", { cwd: root })).toEqual([]);
  const scripts = globSync(".next/static/**/*.js", { cwd: root });
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) {
    const text = readFileSync(join(root, script), "utf8");
    expect(text, script).not.toContain("sourceMappingURL");
    expect(text, script).not.toMatch(/postgres(ql)?:\/\/|passwordHash|password_hash/);
  }
});

test("what is said of a fault says nothing of the inside", async () => {
  for (const path of [
    "/%E0%A4%A",
    "/claims/%ff",
    "/desk/claims/%00",
    "/desk/claims/999999999999",
    "/setup/%00",
    "/search?q=%00%ff",
    "/desk/review/x",
    "/claims/a%2f..%2fb",
    `/claims/${"a".repeat(5000)}`,
    "/api/v1/claims?cursor=%ff",
    "/api/v1/claims/%00",
    "/desk/claims?cursor=%00",
    "/desk/sources?after=%00&q=%00",
  ]) {
    const { status, body } = await desk.admin.ask(path);
    expect(status, path).toBeLessThan(500);
    expect(body, path).not.toMatch(/node_modules|at \w+ \(|prisma|PostgreSQL/i);
  }
});

test("two people who ask at once never get each other's answer", async () => {
  const [one, other] = [await desk.join("checker"), await desk.join("editor")];
  const asked = Array.from({ length: 30 }, async (_, turn) => {
    const [who, stranger] = turn % 2 ? [one, other] : [other, one];
    const { body } = await who.ask("/desk/account");
    const mine = await who.call("people.signOutEverywhere", { userId: turn % 2 ? "" : "x" });
    return { body, mine, who, stranger };
  });
  const addressesOnPage = (body: string) => new Set(body.match(/[0-9a-f-]{36}@example\.org/g));
  const pages = new Map<Person, Set<string>>();
  for (const { body, mine, who } of await Promise.all(asked)) {
    expect(mine).toMatchObject({ ok: false, code: "invalid" });
    const shown = addressesOnPage(body);
    expect(shown.size, "one address stands on the page of one's account").toBe(1);
    pages.set(who, new Set([...(pages.get(who) ?? []), ...shown]));
  }
  expect([...pages.values()].map((shown) => shown.size)).toEqual([1, 1]);
  expect(new Set([...pages.values()].flatMap((shown) => [...shown])).size).toBe(2);
});

test("a request for another server's address reaches no server, as an upgrade neither", async () => {
  let reached = 0;
  const canary = createServer((socket) => {
    reached++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  const address = canary.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const site = new URL(siteUrl());
  const upgrade =
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
  for (const target of [`http://127.0.0.1:${port}/`, `//127.0.0.1:${port}/`, `@127.0.0.1:${port}/`, "/"])
    for (const host of [`127.0.0.1:${port}`, site.host])
      for (const more of ["", upgrade, `X-Forwarded-Host: 127.0.0.1:${port}\r\n`]) {
        const said = await speak(
          site,
          `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${more || "Connection: close\r\n"}\r\n`,
        );
        expect(said, `${target} ${host} ${more}`).not.toMatch(/^HTTP\/1\.1 (101|5)/);
      }
  expect(reached).toBe(0);
  await new Promise((resolve) => canary.close(resolve));
});

test("a POST that brings no body, or none that can be read, is no fault of ours", async () => {
  const site = new URL(siteUrl());
  const paths = ["/", "/api/v1/claims", "/report/send", "/sign-in", "/desk", "/api/auth/signout"];
  const uploads = "/desk/sources/01900000-0000-7000-8000-000000000000/files?fileName=x.txt";
  const form = "Content-Type: multipart/form-data; boundary=x\r\n";
  const action = `Next-Action: ${"0".repeat(42)}\r\nContent-Type: text/plain\r\n`;
  const [empty, unreadable] = ["\r\n", "Content-Length: 1\r\n\r\nx"];
  for (const path of [...paths, uploads, "/api/auth/callback/credentials"])
    for (const kind of ["", "Content-Type: application/json\r\n", form, action]) {
      const head = `POST ${path} HTTP/1.1\r\nHost: ${site.host}\r\nOrigin: ${siteUrl()}\r\nConnection: close\r\n`;
      for (const rest of [empty, unreadable])
        expect(await speak(site, head + kind + rest), `${path} ${kind}${rest}`).toMatch(
          /^HTTP\/1\.1 [234]\d\d /,
        );
    }
});

/** Sends the bytes as they are and answers what comes back until the other side is silent for a moment or ends. */
function speak(site: URL, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect(Number(site.port), site.hostname, () => socket.write(bytes));
    socket.on("data", (chunk: Buffer) => {
      said += chunk.toString("latin1");
      socket.destroy(); // the status line is enough
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(said));
  });
}
