import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, createServer as createLine, type AddressInfo, type Server, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import pLimit from "p-limit";
import type pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connectAs } from "../../prisma/test-database.ts";
import { partsBody } from "../publication/parts.ts";
import { channel } from "./channel.ts";
import { Readers } from "./readers.ts";
import { publicRoute } from "./rules.ts";

// The application behind the cache is a page that reads the desk's name from PostgreSQL: what it shows is what is stored.

let owner: pg.Client;
/** Renders read with the one connection, in turn. */
const reading = pLimit(1);
let readers: Readers;
let server: Server;
let renders = 0;
/** Of what a claim's page has of its own. */
let partRenders = 0;
/** What the application was last asked, the address aside. */
let carried: IncomingMessage["headers"] = {};
/** Set by a test: a render waits here after it has read. */
let hold: Promise<void> | null = null;
let holdParts: Promise<void> | null = null;
/** Renders that have begun: one that looks for a frame outlives the request that it came from. */
const running = new Set<Promise<void>>();
/** The listener reaches PostgreSQL through here; a test cuts the line. */
let line: Line;

beforeEach(async () => {
  owner = await connectAs("owner");
  renders = 0;
  partRenders = 0;
  hold = null;
  holdParts = null;
  line = await Line.open(new URL(process.env.PUBLIC_DATABASE_URL ?? ""));
  readers = new Readers({
    handle: (request, response) => {
      const render = page(request, response).finally(() => running.delete(render));
      running.add(render);
      return render;
    },
    databaseUrl: line.url,
    host: "localhost",
    limitBytes: 1_000_000,
    headers: [],
  });
  server = createServer((request, response) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead && readers.serveKept(request, response)) return;
    const route = publicRoute(request.url ?? "");
    if (!isRead) readers.answerOther(request, response);
    else if (route) void readers.serve(request, response, route);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await untilKept("/methodology");
});

afterEach(async () => {
  if (!hold) await Promise.all(running);
  running.clear();
  await readers.stop();
  await new Promise((resolve) => server.close(resolve));
  line.cut();
});

async function page(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? "";
  carried = request.headers;
  if (url.startsWith("/claims/gone")) {
    renders++;
    response.writeHead(404, { "content-type": "text/html" }).end("gone");
    return;
  }
  if (request.url?.includes("format=xml")) {
    response.writeHead(501, { "content-type": "application/json" }).end("{}");
    return;
  }
  const { rows } = await reading(() =>
    owner.query<{ name: string }>("SELECT desk_name AS name FROM public_settings"),
  );
  if (hold) await hold;
  const asParts = /\/parts(?=\?|$)/;
  const own = {
    head: `<title>${url.replace(asParts, "")}</title>`,
    main: `<a href="/claims/the-bridge-c1001">${"x".repeat(2000)}</a>`,
  };
  if (asParts.test(url)) {
    partRenders++;
    if (holdParts) await holdParts;
    response.end(partsBody(own));
    return;
  }
  renders++;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.write(`${own.head}<p>${rows[0]?.name ?? ""}</p><script>1</script>`);
  response.end(own.main);
}

class Line {
  readonly #database: URL;
  readonly #ends = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;

  private constructor(database: URL) {
    this.#database = database;
  }

  static async open(database: URL): Promise<Line> {
    const line = new Line(database);
    await line.mend();
    return line;
  }

  get url(): string {
    const url = new URL(this.#database);
    url.host = `127.0.0.1:${this.#port}`;
    return url.href;
  }

  async mend(): Promise<void> {
    const server = createLine((near) => {
      const far = connect(Number(this.#database.port), this.#database.hostname);
      for (const end of [near, far]) {
        this.#ends.add(end);
        end.on("error", () => undefined).on("close", () => [near, far].forEach((each) => each.destroy()));
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Everything is taken and nothing passed on any more. */
  stall(): void {
    for (const end of this.#ends) end.unpipe();
  }

  cut(): void {
    this.#server?.close();
    for (const end of this.#ends) end.destroy();
    this.#ends.clear();
  }
}

interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on("error", reject);
  });
}

const nameOn = async (path: string) => /<p>(.*?)<\/p>/.exec((await ask(path)).body.toString())?.[1];

/** Asks until an answer comes without a render: the listener hears, and the page is kept. */
async function untilKept(path: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    await ask(path);
    const before = renders;
    await ask(path);
    if (renders === before) return;
    await pause(20);
  }
  throw new Error("Nothing is ever kept.");
}

async function publish(name: string, tags: string[]): Promise<void> {
  await owner.query("BEGIN");
  await owner.query("UPDATE public_settings SET desk_name = $1", [name]);
  await owner.query("SELECT pg_notify($1, $2)", [channel, JSON.stringify(tags)]);
  await owner.query("COMMIT");
}

/** The bound on a change that is committed: heard and shown. */
async function showsSoon(path: string, name: string): Promise<void> {
  const end = Date.now() + 1000;
  while ((await nameOn(path)) !== name) if (Date.now() > end) throw new Error(`Still stale: ${path}`);
}

test("a page is rendered once, without scripts, and answered from memory in the form that the client takes", async () => {
  const before = renders;
  const first = await ask("/claims/the-bridge-c1001");
  expect(first.body.toString()).not.toContain("<script");
  while (!(await ask("/claims/the-bridge-c1001", { "accept-encoding": "gzip" })).headers["content-encoding"])
    await pause(5);
  const zipped = await ask("/claims/the-bridge-c1001", { "accept-encoding": "gzip" });
  expect(renders).toBe(before + 1);
  expect(zipped.headers["content-encoding"]).toBe("gzip");
  expect(zipped.headers["content-length"]).toBe(String(zipped.body.length));
  expect(gunzipSync(zipped.body).equals(first.body)).toBe(true);
  expect(zipped.headers.etag).not.toBe(first.headers.etag);
  const { etag = "" } = first.headers;
  expect((await ask("/claims/the-bridge-c1001", { "if-none-match": etag })).status).toBe(304);
  const head = await ask("/claims/the-bridge-c1001", {}, "HEAD");
  expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([
    200,
    0,
    String(first.body.length),
  ]);
});

/** Makes whole the pages of two claims, which is what the frame is taken from. */
async function untilFramed(): Promise<void> {
  for (let n = 1; n < 100; n++) {
    const before = renders;
    await ask(`/claims/made-c${n}`);
    await pause(10);
    if (renders === before) return;
  }
  throw new Error("No page is ever put together.");
}

test("a claim's page is put together from its parts once the frame is known, and is what a whole one would be", async () => {
  await untilFramed();
  const [whole, parts] = [renders, partRenders];
  const together = await ask("/claims/the-bridge-c1001");
  expect([renders, partRenders]).toEqual([whole, parts + 1]);
  await publish((await nameOn("/claims/the-bridge-c1001")) ?? "", ["all"]);
  const end = Date.now() + 1000;
  while (renders === whole && Date.now() < end) await ask("/claims/the-bridge-c1001");
  expect(renders).toBeGreaterThan(whole);
  const made = await ask("/claims/the-bridge-c1001");
  expect(made.body.toString()).toBe(together.body.toString());
  const { date: _made, ...headers } = made.headers;
  const { date: _together, ...same } = together.headers;
  expect(headers).toEqual(same);
});

test("a change of the frame in the middle of putting together is shown afterwards, thirty times of thirty", async () => {
  for (let n = 0; n < 30; n++) {
    await untilFramed();
    const { promise, resolve } = Promise.withResolvers<void>();
    hold = promise;
    const early = ask("/claims/the-bridge-c1001");
    await pause(1);
    const name = `Desk ${n}`;
    await publish(name, ["all"]);
    if (n % 2 === 0) await pause(2);
    hold = null;
    resolve();
    await early;
    await showsSoon("/claims/the-bridge-c1001", name);
    await untilFramed();
    expect(await nameOn("/claims/the-bridge-c1001")).toBe(name);
    expect(await nameOn(`/claims/another-c${1000 + n}`)).toBe(name);
  }
}, 60_000);

test("a frame that was being looked for when it changed is not believed afterwards", async () => {
  await publish("Old", ["all"]);
  await showsSoon("/methodology", "Old");
  const { promise, resolve } = Promise.withResolvers<void>();
  holdParts = promise;
  for (const n of [1, 2]) expect(await nameOn(`/claims/made-c${n}`)).toBe("Old");
  while (partRenders < 2) await pause(5);
  await publish("New", ["all"]);
  await showsSoon("/methodology", "New");
  holdParts = null;
  resolve();
  await pause(20);
  for (const n of [3, 4, 5, 6]) expect(await nameOn(`/claims/made-c${n}`)).toBe("New");
});

test("unknown query parameters ask for no render of their own", async () => {
  await ask("/claims/the-bridge-c1001");
  const before = renders;
  for (let n = 0; n < 20; n++) await ask(`/claims/the-bridge-c1001?utm=${n}&after=${n}`);
  expect(renders).toBe(before);
});

test("nothing that a reader sends beside the address reaches the application", async () => {
  const poison = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "gopher",
    forwarded: "host=evil.example",
    "x-original-url": "/desk",
    cookie: "next-auth.session-token=x",
    authorization: "Basic eDp5",
    rsc: "1",
    "x-assay-path": "/desk",
  };
  for (const path of ["/report", "/search?q=bridge", "/feed.xml", "/sitemap.xml", "/claims/gone-c7"]) {
    carried = {};
    await ask(path, poison);
    const { "x-assay-path": page, ...others } = carried;
    expect(others, path).toEqual({ host: "localhost", accept: "*/*", "user-agent": "Assay" });
    // Of a page that is put together, its parts are what is asked for.
    expect([path.split("?")[0], `${path.split("?")[0]}/parts`]).toContain(page);
  }
});

test("a change drops the pages that show its claim, and no other", async () => {
  await ask("/claims/the-bridge-c1001");
  await ask("/claims/another-c1002/editions/1");
  await publish("Second", ["claim:1001"]);
  await showsSoon("/claims/the-bridge-c1001", "Second");
  const before = renders;
  await publish("Third", ["claim:99"]);
  await pause(100);
  expect(await nameOn("/claims/the-bridge-c1001")).toBe("Second");
  expect(renders).toBe(before);
});

test("errors are never kept, and free-text search is answered and not kept", async () => {
  const before = renders;
  for (let n = 0; n < 2; n++) expect((await ask("/claims/gone-c7")).status).toBe(404);
  for (let n = 0; n < 2; n++) expect((await ask("/search?q=bridge")).status).toBe(200);
  expect(renders).toBe(before + 4);
});

test("many who ask at once for what is not kept wait for one render", async () => {
  const before = renders;
  await Promise.all(Array.from({ length: 30 }, () => ask("/corrections")));
  expect(renders).toBe(before + 1);
});

test("after a start the newest claims' pages are kept before anybody asks for them", async () => {
  await readers.warm();
  const before = renders;
  expect((await ask("/claims/the-bridge-c1001")).status).toBe(200);
  expect((await ask("/")).status).toBe(200);
  expect(renders).toBe(before);
});

test("what is published in the middle of a render is shown afterwards, a hundred times of a hundred", async () => {
  for (let n = 0; n < 100; n++) {
    const { promise, resolve } = Promise.withResolvers<void>();
    hold = promise;
    const early = ask("/corrections");
    await pause(1);
    const name = `Desk ${n}`;
    await publish(name, ["lists"]);
    if (n % 2 === 0) await pause(2);
    hold = null;
    resolve();
    await early;
    await showsSoon("/corrections", name);
    for (let again = 0; again < 3; again++) expect(await nameOn("/corrections")).toBe(name);
  }
}, 60_000);

test("after the listener's connection is cut, nothing from before the cut is served once it hears again", async () => {
  await untilKept("/methodology");
  await owner.query("UPDATE public_settings SET desk_name = 'Unheard'");
  const client = await connectAs("public");
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'assay listener' AND datname = current_database()",
  );
  const end = Date.now() + 3000;
  while ((await nameOn("/methodology")) !== "Unheard")
    if (Date.now() > end) throw new Error("Stale for good.");
});

test("while the database is unreachable kept pages stay readable, everything else is a 503 at once, and then all is new", async () => {
  await publish("Before", ["all"]);
  await showsSoon("/methodology", "Before");
  await untilKept("/methodology");
  line.cut();
  await pause(100);
  expect(await nameOn("/methodology")).toBe("Before");
  const missing = await ask("/corrections");
  expect([missing.status, missing.headers["retry-after"]]).toEqual([503, "2"]);
  expect(missing.body.toString()).toContain("cannot be read at the moment");
  await owner.query("UPDATE public_settings SET desk_name = 'Meanwhile'");
  expect(await nameOn("/methodology")).toBe("Before");
  await line.mend();
  const end = Date.now() + 3000;
  while ((await nameOn("/methodology")) !== "Meanwhile")
    if (Date.now() > end) throw new Error("Stale after the database came back.");
});

test("a database that takes everything and answers nothing is a 503 within two seconds, and kept pages stay readable", async () => {
  await untilKept("/methodology");
  hold = new Promise(() => undefined);
  line.stall();
  const asked = performance.now();
  const missing = await Promise.all(["/corrections", "/policies", "/", "/data"].map((path) => ask(path)));
  for (const { status, headers } of missing) expect([status, headers["retry-after"]]).toEqual([503, "2"]);
  expect(performance.now() - asked).toBeLessThan(2000);
  expect((await ask("/methodology")).status).toBe(200);
  line.cut();
});

test("nothing is taken from readers, and a program of any site may read why, and ask with the ETag that it has", async () => {
  const before = renders;
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])
    for (const [path, type] of [
      ["/methodology", "text/html; charset=utf-8"],
      ["/api/v1/claims", "application/problem+json"],
    ] as const) {
      const { status, headers } = await ask(path, {}, method);
      expect([status, headers.allow, headers["content-type"]]).toEqual([405, "GET, HEAD, OPTIONS", type]);
    }
  const asks = { origin: "https://elsewhere.example", "access-control-request-headers": "if-none-match" };
  const { status, headers } = await ask("/api/v1/claims", asks, "OPTIONS");
  expect(status).toBe(204);
  expect(headers["access-control-allow-origin"]).toBe("*");
  expect(headers["access-control-allow-headers"]).toContain("If-None-Match");
  expect((await ask("/", asks, "OPTIONS")).headers["access-control-allow-origin"]).toBeUndefined();
  const refused = await ask("/api/v1/claims?ratings=true");
  expect([refused.status, refused.headers["access-control-allow-origin"]]).toEqual([400, "*"]);
  expect((await ask("/methodology", { "if-none-match": "*" })).status).toBe(304);
  expect(renders).toBe(before);
  expect((await ask("/oembed?url=x&format=xml")).status).toBe(501);
});
