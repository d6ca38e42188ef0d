import { createHash, randomBytes, randomUUID } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import { system } from "../auth/queries.ts";
import { Authority } from "../keeping/test-authority.ts";
import { requestOf } from "../keeping/timestamps.ts";
import { addSource, captureAgain } from "../sources/commands.ts";
import { addSourceInput } from "../sources/schema.ts";
import { nothing } from "./arrival.ts";
import { finishSnapshot } from "./finishing.ts";
import { keepFile, sweepLeftovers } from "./gateway.ts";
import {
  type EvidenceProblem,
  evidenceLine,
  problemLine,
  verifyEvidence,
  verifyGently,
} from "./verification.ts";

let folder: string;
let owner: { sourceId: string; snapshotId: string };
const words = { original: "Carts: twelve.", text: "Twelve carts.", shown: "A picture." };
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-verification-"));
  process.env.ASSAY_DATA = folder;
  const checker = await aMember();
  const input = { kind: "page", title: "Toll book", url: "https://example.org/", capture: false };
  const { sourceId } = await addSource(
    checker,
    addSourceInput.parse({ ...input, language: "en", idempotencyKey: randomUUID() }),
  );
  owner = { sourceId, ...(await captureAgain(checker, { sourceId, idempotencyKey: randomUUID() })) };
  const parts = [];
  for (const [kind, text] of Object.entries(words) as [keyof typeof words, string][]) {
    const path = join(folder, kind);
    await writeFile(path, text);
    const sha256 = await keepFile(path, "text/plain");
    parts.push({ kind, outcome: "captured", reason: null, sha256 } as const);
  }
  const finished = { ...nothing("captured", ""), reason: null, parts };
  await finishSnapshot(system, owner.snapshotId, finished, { stamp: false });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const pathOf = (sha256: string) => join(folder, "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256);

async function verify() {
  const problems: EvidenceProblem[] = [];
  const run = verifyEvidence();
  for (let step = await run.next(); ; step = await run.next()) {
    if (step.done) return { problems, line: evidenceLine(step.value) };
    problems.push(step.value);
  }
}

async function stamp(sha256: string, about: string, at: Date): Promise<void> {
  const token = await (await Authority.make()).token(requestOf(about, randomBytes(8)), { time: at });
  const app = await connectAs("app");
  await app.query(
    "INSERT INTO file_timestamps (id, sha256, authority, token, at) VALUES ($1, $2, 'http://127.0.0.1/', $3, $4)",
    [randomUUID(), sha256, Buffer.from(token), at],
  );
}

test("whole files with their timestamps are told with their number", async () => {
  await stamp(hashOf(words.original), hashOf(words.original), new Date("2026-11-27T10:00:00Z"));
  expect(await verify()).toEqual({
    problems: [],
    line: `evidence: 3 files (0.0 MB) in the folder ${folder}/files, 1 timestamp, all as they were kept`,
  });
});

test("a flipped byte, a missing file and a token of another file are named with what they belong to, and noted", async () => {
  const path = pathOf(hashOf(words.original));
  const bytes = await readFile(path);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  await chmod(path, 0o600);
  await writeFile(path, bytes);
  await rm(pathOf(hashOf(words.text)));
  await stamp(hashOf(words.shown), hashOf("something else"), new Date("2026-11-27T10:00:00Z"));

  const { problems, line } = await verify();
  const place = (kind: string) =>
    `${kind} in /desk/snapshots/${owner.snapshotId} of /desk/sources/${owner.sourceId}`;
  expect(problems.map(problemLine).toSorted()).toEqual(
    [
      `${hashOf(words.original)} is altered since it was kept: ${place("original")}`,
      `${hashOf(words.text)} is missing from the store: ${place("text")}`,
      `${hashOf(words.shown)} is without proof of its time: it is about another file: ${place("shown")}`,
    ].toSorted(),
  );
  expect(line).toBe(`evidence: 3 files (0.0 MB) in the folder ${folder}/files, 2 timestamps, 3 problems`);
  const app = await connectAs("app");
  const { rows } = await app.query(
    "SELECT problem FROM kept_files WHERE checked_at IS NOT NULL ORDER BY problem",
  );
  expect(rows.map(({ problem }) => problem as string | null)).toEqual(["missing", "altered", null]);

  const logged = vi.spyOn(console, "error").mockReturnValue();
  await verifyGently(new AbortController().signal);
  expect(logged, "what was looked at just now is not due").not.toHaveBeenCalled();
  await app.query("UPDATE kept_files SET checked_at = now() - interval '8 days'");
  await verifyGently(new AbortController().signal);
  expect(logged).toHaveBeenCalledTimes(3);
});

test("what a killed capture or put left is removed a day later, and nothing that is kept", async () => {
  const [left, fresh, half] = ["arriving/capture-left", "arriving/capture-fresh", "files/arriving/half"].map(
    (name) => join(folder, name),
  ) as [string, string, string];
  for (const made of [left, fresh, dirname(half)]) await mkdir(made, { recursive: true });
  for (const path of [join(left, "original"), half]) await writeFile(path, "half a file");
  const dayAgo = Date.now() / 1000 - 25 * 60 * 60;
  for (const path of [left, half, pathOf(hashOf(words.shown))]) await utimes(path, dayAgo, dayAgo);
  expect(await sweepLeftovers()).toBe(2);
  const there = (path: string) => stat(path).then(Boolean, () => false);
  expect(await Promise.all([left, half, fresh, pathOf(hashOf(words.shown))].map(there))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
