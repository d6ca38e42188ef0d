import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { askForCopy, copyWhen, endWorker, openSite, pageOf, startWorker } from "../../prisma/test-worker.ts";
import { db } from "../db.ts";
import { keepFile } from "./gateway.ts";
import { isFlagged } from "./rules.ts";
import { scanFile } from "./scanning.ts";

// Ends as the file says, or waits for another program, and prints what no page should be given as it is.
const scanner = `const { readFileSync } = require("node:fs");
const words = readFileSync(process.argv[3], "utf8");
console.log(process.argv[2], process.argv[3], "\\u001b[31m\\u202e<b>Toll.Bridge\\u0000</b>\\n", Object.keys(process.env).join());
if (words.includes("talkative")) console.log("💥".repeat(1000));
if (words.includes("slow")) require("node:child_process").spawn("sleep", ["60"], { stdio: "inherit" });
else process.exitCode = words.includes("thirteen") ? 1 : words.includes("broken") ? 2 : 0;`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-scanning-"));
  await writeFile(join(folder, "scan.cjs"), scanner);
  process.env.ASSAY_DATA = folder;
  process.env.SCAN_COMMAND = `${process.execPath} ${join(folder, "scan.cjs")} --quietly`;
});
afterAll(async () => {
  delete process.env.SCAN_COMMAND;
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

test("a page that the scanner flags is captured, and its copy says so", async () => {
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
  } finally {
    await endWorker(worker, "SIGKILL");
    site.close();
  }
});
