import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isIP } from "node:net";
import { expect, test } from "vitest";
import { readAllowed, readUrl } from "./address.ts";
import { exchange } from "./exchange.ts";
import { insides } from "./test-addresses.ts";
import { answer, exchangeOptions, serve, testFolder } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

// PORT is where a canary listens.
const forms = (
  "http:/localhost:PORT|http:127.0.0.1:PORT|http://a@127.0.0.1:PORT|http://:@localhost:PORT/|" +
  "http://a:b@public.example/|http://127.0.0.1:PORT#@public.example|" +
  "http://public.example@127.0.0.1:PORT|http://127.0.0.1:PORT\\@public.example|" +
  "http://127.0.0\t.1:PORT/|http://127.0.0.1\\:PORT| http://127.1:PORT |http://:PORT|http://|" +
  "//127.0.0.1:PORT||not an address|http://[::1|http://[::1%25lo]:PORT/|http://public.example:22/|" +
  "http://public.example:25/|http://public.example:5432/|https://public.example:6379/|" +
  "http://public.example:65536/|http://public.example:0/|http://public.example:8443:80/|" +
  "http://public.example:81/|file:///etc/passwd|ftp://127.0.0.1:PORT/|gopher://127.0.0.1:PORT/_x|" +
  "data:text/html,x|javascript:x|blob:http://127.0.0.1:PORT/x|ws://127.0.0.1:PORT/|" +
  "view-source:http://127.0.0.1:PORT/|unix:/run/x"
).split("|");

async function canaries(): Promise<TestServer[]> {
  const first = await serve((socket) => socket.end(answer("200 OK", [], "the canary sings")));
  return [first, await serve((socket) => socket.end(answer("200 OK", [], "sings")), "::1", first.port)];
}
/** Answers in turn; an empty one fails. */
function lookupOf(answers: string[][]) {
  let at = 0;
  return async () => {
    const now = answers[Math.min(at++, answers.length - 1)] ?? [];
    if (now.length === 0) throw new Error("ENOTFOUND");
    return now.map((address) => ({ address, family: isIP(address) }));
  };
}
const emptied = (folder: string) => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
};
const urlsFor = (port: number) => [
  ...insides.flatMap((host) => [`http://${host}:${port}/`, `https://${host}:${port}/`]),
  ...forms.map((form) => form.replaceAll("PORT", String(port))),
];

test("no spelling of an address inside is ever connected to, nor any port or scheme of other services", async () => {
  const birds = await canaries();
  const folder = testFolder();
  for (const url of urlsFor(birds[0]?.port ?? 0)) {
    const { problem, hops } = await exchange(url, exchangeOptions(folder));
    expect(problem?.reason, url).toBe("refused address");
    expect(hops).toHaveLength(0);
  }
  expect(birds.map((bird) => bird.connections())).toEqual([0, 0]);
});

test("no redirect of any kind leads inside", async () => {
  const birds = await canaries();
  const folder = testFolder();
  let target = "";
  let kind = "";
  const outside = await serve((socket) => {
    if (kind === "header") socket.end(answer("200 OK", [`Refresh: 0; url=${target}`]));
    else if (kind === "meta")
      socket.end(
        answer("200 OK", ["Content-Type: text/html"], `<meta http-equiv=refresh content="0; url=${target}">`),
      );
    else
      socket.end(
        Buffer.from(`HTTP/1.1 ${kind} X\r\nLocation: ${target}\r\nContent-Length: 0\r\n\r\n`, "utf8"),
      );
  });
  const port = birds[0]?.port ?? 0;
  const every = [
    ...urlsFor(port).filter((url) => /^(https?:\/\/|\/\/127)/.test(url) && !/[\t"]/.test(url)),
    `//[::1]:${port}/`,
  ];
  const kinds = ["301", "302", "303", "307", "308", "header", "meta"];
  let at = 0;
  for (const url of every) {
    // Each address by one kind, and those of the canary by every kind.
    for (kind of url.includes("127") || url.includes("localhost")
      ? kinds
      : [kinds[at++ % kinds.length] ?? ""]) {
      target = url;
      const { problem } = await exchange(outside.url, exchangeOptions(folder, outside)).finally(() =>
        emptied(folder),
      );
      expect(problem?.message, `${kind} to ${url}`).toMatch(
        /^Assay does not ask this address\. The page sends on to it\. [A-Z]/,
      );
    }
  }
  expect(birds.map((bird) => bird.connections())).toEqual([0, 0]);
});

test.each([
  ["a private address", [["10.0.0.1"]]],
  ["this machine", [["127.0.0.1"]]],
  ["this machine by IPv6", [["::1"]]],
  ["a public and a private address", [["1.1.1.1", "127.0.0.1"]]],
  ["a private and a public address", [["::ffff:127.0.0.1", "1.1.1.1"]]],
  ["nothing first, then this machine", [[], ["127.0.0.1"]]],
])("a name that leads to %s is not connected to", async (_what, answers) => {
  const birds = await canaries();
  const lookup = lookupOf(answers);
  const url = `http://name.example:${birds[0]?.port}/`;
  for (const _ of answers) {
    const { problem } = await exchange(url, { ...exchangeOptions(testFolder()), lookup });
    expect(problem?.reason).toMatch(/refused address|no such host/);
  }
  expect(birds.map((bird) => bird.connections())).toEqual([0, 0]);
});

test("a name that leads elsewhere a moment after it was judged is connected to where it led then", async () => {
  const [canary] = await canaries();
  const port = canary?.port ?? 0;
  const public_ = await serve((socket) => socket.end(answer("200 OK", [], "public")), "127.0.0.2", port);
  const names: string[] = [];
  const rebinding = lookupOf([["127.0.0.2"], ["127.0.0.1"]]);
  const lookup = (name: string) => {
    names.push(name);
    return rebinding();
  };
  const options = { ...exchangeOptions(testFolder(), public_), lookup };
  const url = `http://name.example:${port}/`;
  expect((await exchange(url, options)).problem).toBeNull();
  expect(names).toEqual(["name.example"]);
  expect((await exchange(url, { ...options, folder: testFolder() })).problem?.reason).toBe("refused address");
  expect(public_.connections()).toBe(1);
  expect(canary?.connections()).toBe(0);
});

test("ordinary addresses of websites may be asked", () => {
  for (const url of [
    "https://example.org/",
    "http://example.org:8080/x?y#z",
    "https://1.1.1.1/",
    "http://[2606:4700:4700::1111]/",
    "https://пример.рф/",
    "https://example.org:8443/",
    "http://example.org.:80/",
  ])
    expect(readUrl(url, new Set()).hash).toBe("");
});

test("the allow list opens one port of one host and no other, and names a wrong entry", () => {
  const allowed = readAllowed(" 127.0.0.1:5432, Intranet.Example:8080 [::1]:3000 wiki.local:80");
  for (const url of [
    "http://127.1:5432/",
    "http://intranet.example:8080/",
    "http://[::1]:3000/",
    "http://wiki.local/",
  ])
    expect(readUrl(url, allowed).href).toMatch(/^http/);
  for (const url of [
    "http://127.0.0.1:5433/",
    "http://127.0.0.2:5432/",
    "http://[::1]:3001/",
    "https://wiki.local/",
  ])
    expect(() => readUrl(url, allowed)).toThrow("Assay does not ask this address.");
  for (const wrong of ["localhost", "localhost:", "http://x:80", "x:80/y", "x:99999", "a@b:80"])
    expect(() => readAllowed(wrong)).toThrow("CAPTURE_ALLOW");
});
