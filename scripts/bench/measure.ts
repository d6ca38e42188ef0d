import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { z } from "zod";
import { runNode } from "../child.ts";
import type { Program } from "../keep-running.ts";
import { root } from "../options.ts";
import type { Freshness } from "./freshness.ts";
import type { Load } from "./load.ts";
import { inTurns, load } from "./loads.ts";
import { startRivals } from "./rivals.ts";
import { measureSql, type SqlTimes } from "./sql.ts";
import { busiest, claimSlug, twoWords } from "./subjects.ts";

export interface Measured {
  /** The claim's page first, then the rivals that hand out the same bytes: with one connection and with 32. */
  page: { name: string; one: Load; many: Load }[];
  others: { name: string; one: Load; many: Load }[];
  /** A page that nobody has asked for yet, middle and slowest of 50, in milliseconds. */
  first: { p50: number; max: number };
  /** Bytes of the page, of the same text in plain HTML, and of its brotli form. */
  bytes: { page: number; plain: number; brotli: number };
  sql: SqlTimes;
  fresh: Freshness;
  /** Resident memory of the server in MiB: when it has just started, and at the end; and what of it the cache takes then. */
  memory: { start: number; end: number; cache: number };
}

export type Subject = {
  url: string;
  folder: string;
  client: pg.Client;
  server: Program;
  env: NodeJS.ProcessEnv;
  superuser: string;
};

/** Everything at the size that the database has now. */
export async function measure(subject: Subject): Promise<Measured> {
  const { url, folder, client, server } = subject;
  const start = residentMiB(server.pid());
  const page = await heaviestPage(subject);
  const body = Buffer.from(await (await fetch(page)).arrayBuffer());
  const brotli = await compressedLength(page);
  const rivals = await startRivals(join(folder, "rivals"), body);
  try {
    const beside = [{ name: "claim page", url: page }, ...rivals];
    const urls = beside.map((one) => one.url);
    const one = await inTurns(urls, 1, { turns: 3, seconds: 2 });
    const many = await inTurns(urls, 32, { turns: 9, seconds: 1 });
    const named = beside.map(({ name }, at) => ({
      name,
      one: one[at] as Load,
      many: many[at] as Load,
    }));
    const first = await firstViews(url, client);
    const words = await twoWords(client);
    const others = [];
    for (const [name, address] of [
      ["list of claims", `${url}/`],
      ["topic", url + (await busiest(client, "topic"))],
      ["party", url + (await busiest(client, "party"))],
      ["measure", url + (await busiest(client, "measure"))],
      ["API, one claim", page.replace("/claims/", "/api/v1/claims/")],
      ["API, list", `${url}/api/v1/claims`],
      ["search, two words", `${url}/search?q=${words.join("+")}`],
    ] as const)
      others.push({ name, one: await load(address, 1, 2), many: await load(address, 32, 3) });
    const fresh = await freshUnderLoad(subject, page);
    return {
      page: named,
      others,
      first,
      bytes: { page: body.length, plain: plainLength(body.toString()), brotli },
      sql: await measureSql(client, words),
      fresh,
      memory: { start, end: residentMiB(server.pid()), cache: await cachedMiB(server) },
    };
  } finally {
    for (const rival of rivals) await rival.stop();
  }
}

export const heaviestPage = async ({ url, client }: Subject) => `${url}/claims/${await claimSlug(client)}`;

/** Of the oldest claims: the pages of the newest are made after a start, before anybody asks. */
async function firstViews(url: string, client: pg.Client): Promise<Measured["first"]> {
  const { rows } = await client.query<{ slug: string }>(
    "SELECT slug FROM publications WHERE slug LIKE 'made-claim-%' ORDER BY published_at OFFSET 40 LIMIT 60",
  );
  const seen: number[] = [];
  for (const [at, { slug }] of rows.entries()) {
    const from = performance.now();
    await (await fetch(`${url}/claims/${slug}`)).arrayBuffer();
    if (at >= 10) seen.push(performance.now() - from); // the first few also warm up the server's code
  }
  seen.sort((one, other) => one - other);
  return { p50: seen[Math.floor(seen.length / 2)] ?? Number.NaN, max: seen.at(-1) ?? Number.NaN };
}

async function freshUnderLoad({ url, env, superuser }: Subject, page: string): Promise<Freshness> {
  const [done] = await Promise.all([
    runNode(join(root, "scripts/bench/freshness.ts"), [url, "40"], { ...env, BENCH_DATABASE_URL: superuser }),
    load(page, 32, 20),
  ]);
  if (done.code !== 0) throw new Error(`Freshness could not be measured.\n${done.all}`);
  return JSON.parse(done.stdout) as Freshness;
}

async function compressedLength(url: string): Promise<number> {
  // The forms are made off the request's path: the second answer has one.
  for (let at = 0; at < 20; at++) {
    const answer = await fetch(url, { headers: { "Accept-Encoding": "br" } });
    await answer.arrayBuffer();
    if (answer.headers.get("content-encoding") === "br") return Number(answer.headers.get("content-length"));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The page was never sent in brotli.");
}

/** The same text without what only makes it look so: no classes, no drawings, no style sheets. */
function plainLength(html: string): number {
  const plain = html
    .replace(/<svg\b.*?<\/svg>/gs, "")
    .replace(/<link\b[^>]*rel="(?:stylesheet|preload|icon)"[^>]*>/g, "")
    .replace(/ (?:class|style|data-[\w-]+)="[^"]*"/g, "");
  return Buffer.byteLength(plain);
}

/** What the process holds of the machine's memory now. */
export function residentMiB(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const kB = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  return kB / 1024;
}

/** What readers' finished pages take of it. */
export async function cachedMiB(server: Program): Promise<number> {
  const { cachedBytes } = z.object({ cachedBytes: z.number() }).parse(await server.ask());
  return cachedBytes / 1024 / 1024;
}
