import type { AddressInfo } from "node:net";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aDocument, publishDocument } from "../../prisma/factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import { Downloads } from "./downloads.ts";
import { downloadOf } from "./rules.ts";

const limits = { atOnce: 2, lookMs: 60_000, slowBytes: 1, idleMs: 60_000 };
const many = 160;
const open: { server: Server; downloads: Downloads }[] = [];
let usual: string;

beforeAll(async () => {
  const app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
  await app.query("BEGIN");
  // More than what lies between two programs on one machine: who takes nothing is waited for.
  for (let number = 1; number <= many; number++) {
    const document = aDocument(number);
    document.verdict.reasoning = "Words. ".repeat(10_000);
    await publishDocument(app, document);
  }
  await app.query("COMMIT");
  await app.end();
  usual = await serve(limits);
});
afterAll(async () => {
  for (const { server, downloads } of open) {
    server.closeAllConnections();
    server.close();
    await downloads.stop();
  }
});

/** The address of a server that sends the record within these limits. */
async function serve(within: typeof limits): Promise<string> {
  const downloads = new Downloads([["X-Always", "yes"]], within);
  const server = createServer((request, response) => {
    const name = downloadOf(request.url ?? "");
    if (name) downloads.serve(request, response, name);
  });
  open.push({ server, downloads });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/claims.`;
}

/** An answer of which nothing is taken yet. */
const ask = (url: string, options: { method?: string; headers?: Record<string, string> } = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const request = get(url, { agent: false, ...options }, resolve);
    request.on("error", reject);
    if (options.method === "HEAD") request.end();
  });

async function taken(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Asks until a place is free: a client that left gives its own back a moment later. */
async function askUntilServed(url: string): Promise<IncomingMessage> {
  for (;;) {
    const answer = await ask(url);
    if (answer.statusCode === 200) return answer;
    answer.destroy();
    await pause(20);
  }
}

const sizes = { csv: 0, jsonl: 0 };

test("both files come whole, plain and zipped alike, and are kept by nobody", async () => {
  for (const name of ["csv", "jsonl"] as const) {
    const plain = await ask(usual + name);
    expect(plain.headers).toMatchObject({
      "content-disposition": `attachment; filename="claims.${name}"`,
      "cache-control": "no-store",
      "x-always": "yes",
    });
    const whole = await taken(plain);
    expect(whole.toString().trimEnd().split("\n")).toHaveLength(name === "csv" ? many + 1 : many);
    const zipped = await ask(usual + name, { headers: { "Accept-Encoding": "gzip" } });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(await taken(zipped)).equals(whole)).toBe(true);
    sizes[name] = whole.length;
  }
});

test("where all places are taken the next is asked to come later; to ask what there is takes none", async () => {
  for (let at = 0; at < 3; at++)
    expect((await ask(`${usual}csv`, { method: "HEAD" })).headers["content-type"]).toContain("text/csv");
  const [first, second] = [await ask(`${usual}jsonl`), await ask(`${usual}jsonl`)];
  const refused = await ask(`${usual}csv`);
  expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([503, "60"]);
  expect((await taken(refused)).toString()).toContain("Try again");
  first.destroy();
  const third = await askUntilServed(`${usual}csv`);
  expect((await taken(third)).length).toBe(sizes.csv);
  expect((await taken(second)).length).toBe(sizes.jsonl);
});

test("whoever takes next to nothing gives the place to the next, and sees that the file broke off", async () => {
  const address = await serve({ ...limits, lookMs: 40, slowBytes: 1000 });
  const silent = [await ask(`${address}jsonl`), await ask(`${address}jsonl`)];
  const next = await askUntilServed(`${address}jsonl`);
  expect((await taken(next)).length).toBe(sizes.jsonl);
  const ended = await Promise.allSettled(silent.map(taken));
  expect(ended.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a record that cannot be read is refused, and one that cannot be read on breaks off", async () => {
  const owner = await connectAs("owner");
  const role = new URL(process.env.PUBLIC_DATABASE_URL ?? "").username;
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const begun = await ask(`${usual}jsonl`);
  await owner.query(`REVOKE SELECT ON publications FROM ${role}`);
  const refused = await ask(`${usual}csv`);
  expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([503, "10"]);
  refused.destroy();
  await expect(taken(begun)).rejects.toThrow("aborted");
  expect(log).toHaveBeenCalledTimes(2);
  log.mockRestore();
  await owner.query(`GRANT SELECT ON publications TO ${role}`);
  expect((await taken(await ask(`${usual}csv`))).length).toBe(sizes.csv);
});

test("a thread that was not needed for a while is ended, and begun again for the next", async () => {
  const address = await serve({ ...limits, idleMs: 10 });
  for (let at = 0; at < 2; at++) {
    expect((await taken(await ask(`${address}csv`))).length).toBe(sizes.csv);
    await pause(60);
  }
});
