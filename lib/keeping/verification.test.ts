import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FolderStore } from "./folder.ts";
import type { FileStore, KeptFile } from "./store.ts";
import { StoreProblem } from "./store.ts";
import { type FileCheck, verifyFiles } from "./verification.ts";

const root = mkdtempSync(join(tmpdir(), "assay-verification-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const store = new FolderStore(root);
const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

const kept: KeptFile[] = [];
beforeAll(async () => {
  for (const words of ["one", "two", "three", "four", "five"])
    kept.push(await store.put(Readable.from([Buffer.from(words.repeat(40_000))]), { maxBytes: 1_000_000 }));
});

async function verify(by: FileStore, files: KeptFile[], bytesPerSecond?: number) {
  const checks: FileCheck[] = [];
  for await (const check of verifyFiles(by, files, bytesPerSecond)) checks.push(check);
  return checks;
}

test("one flipped byte, a cut, a missing and an unreadable file are named, each as what it is, and no other", async () => {
  const [flipped, cut, gone, closed] = kept as [KeptFile, KeptFile, KeptFile, KeptFile];
  const bytes = readFileSync(pathOf(flipped.sha256));
  bytes[70_000] = (bytes[70_000] ?? 0) ^ 4;
  for (const file of [flipped, cut]) chmodSync(pathOf(file.sha256), 0o600);
  writeFileSync(pathOf(flipped.sha256), bytes);
  writeFileSync(pathOf(cut.sha256), "two");
  rmSync(pathOf(gone.sha256));
  rmSync(pathOf(closed.sha256));
  mkdirSync(pathOf(closed.sha256)); // reading a folder as a file fails, whoever asks

  const checks = await verify(store, kept);
  expect(checks.map(({ sha256, problem }) => ({ sha256, problem }))).toEqual([
    { sha256: flipped.sha256, problem: "altered" },
    { sha256: cut.sha256, problem: "altered" },
    { sha256: gone.sha256, problem: "missing" },
    { sha256: closed.sha256, problem: "unreadable" },
    { sha256: kept[4]?.sha256, problem: null },
  ]);
  expect(checks[1]?.what).toBe("altered since it was kept, and 3 bytes long instead of 120000");
});

test("a row with another length than its file is noticed", async () => {
  const last = kept[4] as KeptFile;
  const [check] = await verify(store, [{ ...last, bytes: 7 }]);
  expect(check).toMatchObject({ problem: "altered", what: "160000 bytes long, while its row says 7" });
});

test("reading keeps to its speed", async () => {
  const last = kept[4] as KeptFile;
  const start = performance.now();
  await verify(store, [last, last], 1_600_000);
  expect(performance.now() - start).toBeGreaterThan(190);
});

test("a store that is away ends the verification instead of blaming every file", async () => {
  const away = new StoreProblem("unreachable", "The store does not answer: the bucket.");
  const store: FileStore = Object.assign(Object.create(new FolderStore(root)) as FolderStore, {
    read: () => Promise.reject(away),
  });
  await expect(verify(store, kept)).rejects.toBe(away);
});
