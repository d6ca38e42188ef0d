import { expect, test } from "@playwright/test";
import pg from "pg";
import { setTimeout as pause } from "node:timers/promises";
import { aPublicArticle } from "../../scripts/bench/subjects.ts";
import { readOptions } from "../../scripts/options.ts";
import { runningPort } from "../../scripts/postgres.ts";
import { databaseUrls } from "../../scripts/roles.ts";
import { loadSecrets } from "../../scripts/secrets.ts";
import { applicationEnv, claimPort, serve } from "../../scripts/serve.ts";
import { demo } from "../demos.ts";
import { draftWords, openDesk, type Desk } from "./desk.ts";
import { nginxProgram } from "../../scripts/nginx.ts";
import { startNginx } from "./nginx.ts";
import { Person, type Answer } from "./person.ts";
import { addressesOf, protectedRoutes, routeRows } from "./routes.ts";

// A second instance behind nginx with a cache, which believes what a proxy says of its clients.

test.skip(!nginxProgram, "nginx is not installed here");

let desk: Desk;
let addresses: Map<string, string>;
let cache: string;
let application: string;
let stopApplication: (() => Promise<void>) | undefined;
let stopNginx: (() => Promise<void>) | undefined;

test.beforeAll(async () => {
  const { data } = demo();
  const secrets = loadSecrets(data);
  const [port, cachePort] = [await claimPort("127.0.0.1", 0), await claimPort("127.0.0.1", 0)];
  const options = readOptions(["--data", data, "--port", String(port), "--host", "127.0.0.1"]);
  application = `http://127.0.0.1:${port}`;
  cache = `http://127.0.0.1:${cachePort}`;
  const env = applicationEnv(options, cache, databaseUrls(runningPort(data) ?? 0, secrets), secrets);
  const second = await serve({ ...env, ASSAY_TRUST_PROXY: "1" }, "production");
  stopApplication = second.stop;
  stopNginx = await startNginx(nginxProgram ?? "", cachePort, application);
  desk = await openDesk();
  addresses = await addressesOf(desk, Object.keys(routeRows));
});

test.afterAll(async () => {
  await stopNginx?.();
  await stopApplication?.();
});

/** The same person, who comes to another door. */
function at(site: string, { cookies }: Person): Person {
  const person = new Person(site);
  for (const [name, value] of cookies) person.cookies.set(name, value);
  return person;
}

const tree = encodeURIComponent('["",{"children":["(public)",{"children":["__PAGE__",{}]}]},null,null,true]');
const poison: Record<string, string>[] = [
  {
    Host: "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "gopher",
    "X-Forwarded-Port": "666",
    Forwarded: "host=evil.example;proto=gopher",
    "X-Original-URL": "//evil.example/",
    "X-Rewrite-URL": "/desk",
  },
  { RSC: "1" },
  { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree", "Next-Url": "/desk" },
  { RSC: "1", "Next-Router-State-Tree": tree },
  {
    "Accept-Encoding": "br;q=1, gzip;q=0.5",
    "X-Http-Method-Override": "DELETE",
    Range: "bytes=0-3",
    "If-None-Match": "*",
  },
];

test("whatever came with the first request for a page, the next reader gets the page from the cache as it is", async () => {
  const reader = new Person(cache);
  const open = [...addresses].filter(([pattern]) => !protectedRoutes.includes(pattern));
  const kept: string[] = [];
  for (const [pattern, plain] of open)
    for (const [turn, headers] of poison.entries()) {
      // Each under an address of its own: the cache has nothing of it yet, and the application ignores the query.
      const address = `${plain}${plain.includes("?") ? "&" : "?"}_rsc=${turn}`;
      const first = await at(cache, desk.admin).ask(address, { headers });
      const what = `${address} after ${JSON.stringify(headers)}`;
      expect(JSON.stringify(first.headers) + first.body, what).not.toMatch(/evil\.example|gopher|:666/);
      const then = await reader.ask(address);
      const meant = await new Person(application).ask(address, { headers: { Host: new URL(cache).host } });
      expect(then.status, what).toBe(meant.status);
      expect(then.headers["content-type"], what).toBe(meant.headers["content-type"]);
      expect(then.headers["content-encoding"], what).toBeUndefined();
      if (!changing.test(pattern)) expect(then.body === meant.body, what).toBe(true);
      if (then.headers["x-cache"] === "HIT") kept.push(pattern);
    }
  // Else nothing was shown: these are pages that the cache keeps.
  for (const pattern of ["/", "/claims/[slug]", "/feed.xml", "/search", "/embed/[slug]", "/topics/[slug]"])
    expect(kept, pattern).toContain(pattern);
});

/** What is another one each time: nonces, tokens and the time of day. */
const changing = /^\/(sign-in|setup|api\/(auth|health)|desk)/;

const ofTheDesk = ["Sign out", draftWords, "Toll book", "The new bridge"];
const asRouter: Record<string, string>[] = [{}, { RSC: "1" }, { RSC: "1", "Next-Router-Prefetch": "1" }];

test("the cache keeps nothing of the desk, and hands nothing of it to the next one", async () => {
  const [member, stranger] = [at(cache, desk.admin), new Person(cache)];
  const own = protectedRoutes.concat("/sign-in", "/setup/[token]", "/api/auth/[...nextauth]");
  for (const pattern of own)
    for (const headers of asRouter) {
      const address = addresses.get(pattern) ?? pattern;
      const what = `${address} ${JSON.stringify(headers)}`;
      for (const said of [await member.ask(address, { headers }), await stranger.ask(address, { headers })]) {
        expect(said.headers["cache-control"] ?? "", what).toMatch(/private.*no-store/);
        expect(said.headers["x-cache"], what).toBe("MISS");
      }
      if (!protectedRoutes.includes(pattern)) continue;
      const { body } = await stranger.ask(address, { headers });
      expect(
        ofTheDesk.filter((words) => body.includes(words)),
        what,
      ).toEqual([]);
    }
});

test("two people who ask through the cache at once never get each other's answer", async () => {
  const people = [at(cache, desk.checker), at(cache, desk.editor)];
  const shown = people.map(() => new Set<string>());
  const look = async (turn: number) => {
    const who = people[turn % 2];
    const answers: (Answer | undefined)[] = await Promise.all([
      who?.ask("/desk/account"),
      who?.post("people.signOutEverywhere", '[{"userId":"x"}]'),
      who?.ask("/"),
    ]);
    expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200]);
    for (const address of answers[0]?.body.match(/[0-9a-f-]{36}@example\.org/g) ?? [])
      shown[turn % 2]?.add(address);
    expect(answers[2]?.body).not.toMatch(/@example\.org|Sign out/);
  };
  await Promise.all(Array.from({ length: 8 }, (_, turn) => look(turn)));
  expect(shown.map((seen) => seen.size)).toEqual([1, 1]);
  expect(shown[0]).not.toEqual(shown[1]);
});

test("a change shows through the cache after two seconds, and what it keeps outlives the application", async () => {
  const { data } = demo();
  const client = new pg.Client({
    connectionString: databaseUrls(runningPort(data) ?? 0, loadSecrets(data)).owner,
  });
  await client.connect();
  const reader = new Person(cache);
  try {
    const { id, slug } = await aPublicArticle(client);
    const look = () => reader.ask(`/articles/${slug}`);
    const closed = (await look()).body.length;
    expect((await look()).headers["x-cache"]).toBe("HIT");
    await desk.editor.do("publication.openFullText", { articleId: id });
    const committed = performance.now();
    while ((await look()).body.length < closed + 100) {
      // Its clock has whole seconds: what it may keep for one second it keeps for two at most.
      expect(performance.now() - committed).toBeLessThan(2_500);
      await pause(20);
    }
    for (let again = 0; again < 20; again++)
      expect((await look()).body.length, "nothing older comes after it").toBeGreaterThan(closed + 100);
    await desk.editor.do("publication.closeFullText", { articleId: id });

    await stopApplication?.();
    await pause(2_000); // now the cache would have to ask
    const alone = await look();
    expect([alone.status, alone.headers["x-cache"]]).toEqual([200, "STALE"]);
    expect((await at(cache, desk.admin).ask("/desk")).status).toBe(502);
  } finally {
    await client.end();
  }
});
