import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aCopy } from "../../prisma/copy-factories.ts";
import { aMember } from "../../prisma/desk-factories.ts";
import { askForCopy, copyWhen, endWorker, openSite, pageOf, startWorker } from "../../prisma/test-worker.ts";
import { db } from "../db.ts";
import { schema } from "../jobs.ts";
import { addSource } from "../sources/commands.ts";
import { addSourceInput } from "../sources/schema.ts";
import { keepFile } from "./gateway.ts";
import { isFlagged } from "./rules.ts";
import { scanFile, scanTheRest } from "./scanning.ts";

// Ends as the file says, or waits for another program, and prints what no page should be given as it is.
const scanner = `const { readFileSync } = require("node:fs");
const words = readFileSync(process.argv[3], "utf8");
console.log(process.argv[2], process.argv[3], "\\u001b[31m\\u202e<b>Toll.Bridge\\u0000</b>\\n", Object.keys(process.env).join());
if (words.includes("talkative")) console.log("💥".repeat(1000));
if (words.includes("slow")) require("node:child_process").spawn("sleep", ["60"], { stdio: "inherit" });
else process.exitCode = words.includes("thirteen") ? 1 : words.includes("broken") ? 2 : 0;`;

let folder: string;
let sourceId: string;
/** The queue as the worker opens it, which does nothing by itself. */
const queue = new PgBoss({
  connectionString: process.env.DATABASE_URL ?? "",
  schema,
  migrate: false,
  createSchema: false,
  supervise: false,
  schedule: false,
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-scanning-"));
  await writeFile(join(folder, "scan.cjs"), scanner);
  process.env.ASSAY_DATA = folder;
  const source = { kind: "page", title: "Toll book", url: "https://example.org/toll", language: "en" };
  const input = addSourceInput.parse({ ...source, capture: false, idempotencyKey: randomUUID() });
  ({ sourceId } = await addSource(await aMember(), input));
  await queue.start();
  process.env.SCAN_COMMAND = `${process.execPath} ${join(folder, "scan.cjs")} --quietly`;
});
afterAll(async () => {
  delete process.env.SCAN_COMMAND;
  await queue.stop({ graceful: false });
  await rm(folder, { recursive: true, force: true });
});

async function aFile(words: string): Promise<string> {
  await writeFile(join(folder, "file"), `${words} ${randomUUID()}`);
  return keepFile(join(folder, "file"), "text/plain");
}
const never = new AbortController().signal;
const scanOf = (sha256: string) => db.keptFile.findUniqueOrThrow({ where: { sha256 } });

test("what a scanner says is kept in one line, without what would not stay in its place, and it knows no setting of ours", async () => {
  const flagged = await aFile("thirteen carts");
  await scanFile(flagged, never);
  const { scan, scanSaid } = await scanOf(flagged);
  expect(scan).toBe("flagged");
  expect(scanSaid).toMatch(/^--quietly the file \[31m <b>Toll.Bridge <\/b> [A-Z_,]*$/);
  expect(scanSaid).not.toMatch(/DATABASE|SECRET|ASSAY/);

  const clean = await aFile("twelve carts");
  await scanFile(clean, never);
  expect(await scanOf(clean)).toMatchObject({ scan: "clean" });
  expect(await readdir(join(folder, "arriving"))).toEqual([]);
});

test.each(["twelve carts", "thirteen carts", "broken"])(
  "of %s, a talkative scanner says no more than 500 characters, and none of them in half",
  async (words) => {
    const sha256 = await aFile(`talkative ${words}`);
    await Promise.allSettled([scanFile(sha256, never)]);
    const said = [...((await scanOf(sha256)).scanSaid ?? "")];
    expect(said).toHaveLength(500);
    expect(said.at(-1)).toBe("💥");
  },
);

test("a scanner that fails, hangs or is not there makes no file clean, and is asked again", async () => {
  const scanned = async (words: string, ms: number) => {
    const sha256 = await aFile(words);
    await expect(scanFile(sha256, never, ms)).rejects.toThrow(/could not scan/);
    const { scan, scanSaid } = await scanOf(sha256);
    return `${scan}: ${scanSaid}`;
  };
  expect(await scanned("broken", 20_000)).toMatch(/^failed: It ended with 2. --quietly the file/);
  expect(await scanned("slow", 300)).toMatch(/^failed: It took longer than 0.3 seconds./);

  const flagged = await aFile("thirteen carts");
  await scanFile(flagged, never);
  const command = process.env.SCAN_COMMAND;
  process.env.SCAN_COMMAND = join(folder, "no-such-scanner");
  expect(await scanned("twelve", 20_000)).toBe("failed: The scanner could not be started.");
  await expect(scanFile(flagged, never)).rejects.toThrow();
  process.env.SCAN_COMMAND = command;
  expect(await scanOf(flagged)).toMatchObject({ scan: "flagged" });
});

const next = async (): Promise<string[]> =>
  (await queue.fetch<{ sha256: string }>("scan")).map(({ data }) => data.sha256);

test("what was kept before there was a scanner is asked for once, after the copies of today, and so is what it could not scan", async () => {
  const [unseen, failed, clean] = [
    await aCopy(sourceId, "twelve"),
    await aCopy(sourceId, "broken"),
    await aCopy(sourceId, "eleven"),
  ];
  await Promise.allSettled([scanFile(failed.sha256, never), scanFile(clean.sha256, never)]);

  await scanTheRest(queue);
  const today = await aCopy(sourceId, "ten");
  await queue.insert("scan", [{ id: today.sha256.slice(0, 32), data: { sha256: today.sha256 } }]);
  await scanTheRest(queue);
  const asked: string[] = [];
  for (let jobs = await next(); jobs.length > 0; jobs = await next()) asked.push(...jobs);
  expect(asked).toEqual([today.sha256, unseen.sha256, failed.sha256]);
});

test("a page that the scanner flags is captured, and its copy says so; older copies are scanned in the night", async () => {
  const site = await openSite((_request, response) => {
    response.setHeader("Content-Type", "text/html").end(pageOf("thirteen"));
  });
  const worker = await startWorker({ ASSAY_DATA: folder, CAPTURE_ALLOW: site.host });
  try {
    const member = await aMember();
    const id = await askForCopy(member, `http://${site.host}/`);
    const taken = await copyWhen(member, id, isFlagged);
    expect(taken.outcome).toBe("captured");
    expect(taken.parts.find(({ kind }) => kind === "text")?.scan).toBeNull();

    const { sha256 } = await aCopy(sourceId, "nine");
    await queue.send("verify-files");
    const isClean = async () => expect(await scanOf(sha256)).toMatchObject({ scan: "clean" });
    await vi.waitFor(isClean, { timeout: 15_000, interval: 100 });
  } finally {
    await endWorker(worker, "SIGKILL");
    site.close();
  }
});
