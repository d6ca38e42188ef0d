import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeEach, expect, test } from "vitest";
import { FolderStore } from "./folder.ts";
import { fromFileSystem } from "./store.ts";

const base = mkdtempSync(join(tmpdir(), "assay-files-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let root: string;
let store: FolderStore;
beforeEach(() => {
  root = join(base, randomBytes(6).toString("hex"), "files");
  store = new FolderStore(root);
});

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const files = () =>
  readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const limit = { maxBytes: 10_000_000 };

test("a stream and the file at a path are kept under the hash of their bytes, once, however often they come", async () => {
  const bytes = randomBytes(300_000);
  const path = join(base, "given");
  writeFileSync(path, bytes);
  const kept = await Promise.all([
    store.put(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), limit),
    store.put(path, limit),
    store.put(path, limit),
  ]);
  for (const file of kept) expect(file).toEqual({ sha256: hashOf(bytes), bytes: bytes.length });
  expect(files().map((entry) => entry.name)).toEqual([hashOf(bytes)]);
  expect(await buffer(await store.read(hashOf(bytes)))).toEqual(bytes);
  expect(await store.stat(hashOf(bytes))).toEqual({ bytes: bytes.length });
  expect(statSync(path).size, "the file that was given is left alone").toBe(bytes.length);
});

test("kept files are read-only and for their owner alone, and so are the folders", async () => {
  const { sha256 } = await store.put(Readable.from([Buffer.from("words")]), limit);
  expect(statSync(pathOf(sha256)).mode & 0o777).toBe(0o400);
  for (const folder of [root, join(root, sha256.slice(0, 2))])
    expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("a file that is too long, and one whose stream breaks off, leave nothing behind", async () => {
  const long = Readable.from([Buffer.alloc(600), Buffer.alloc(600)]);
  await expect(store.put(long, { maxBytes: 1000 })).rejects.toMatchObject({ kind: "too large" });
  expect(long.destroyed).toBe(true);
  const broken = Readable.from(
    (function* () {
      yield Buffer.alloc(600);
      throw new Error("the sender went away");
    })(),
  );
  await expect(store.put(broken, limit)).rejects.toThrow(
    "What was to be kept broke off: the sender went away",
  );
  await expect(store.put(join(base, "nowhere"), limit)).rejects.toThrow("broke off: ENOENT");
  expect(files()).toEqual([]);
});

test("what is not there is said to be missing", async () => {
  await expect(store.read("a".repeat(64))).rejects.toMatchObject({ kind: "missing" });
  expect(await store.stat("a".repeat(64))).toBeNull();
});

test("a name that is no hash never becomes a path", async () => {
  for (const name of ["../../etc/passwd", "", "A".repeat(64), `${"a".repeat(63)}/`]) {
    await expect(store.read(name)).rejects.toThrow(TypeError);
    await expect(store.stat(name)).rejects.toThrow(TypeError);
  }
});

test("altered bytes end a stream with a problem instead of its end, and putting the right ones mends them", async () => {
  const bytes = randomBytes(100_000);
  const { sha256 } = await store.put(Readable.from([bytes]), limit);
  const altered = Buffer.from(bytes);
  altered[50_000] = (altered[50_000] ?? 0) ^ 1;
  chmodSync(pathOf(sha256), 0o600);
  writeFileSync(pathOf(sha256), altered);
  await expect(buffer(await store.read(sha256))).rejects.toMatchObject({ kind: "altered" });
  await store.put(Readable.from([bytes]), limit);
  expect(await buffer(await store.read(sha256))).toEqual(bytes);
});

test("a part of a file is read without the rest", async () => {
  const { sha256 } = await store.put(Readable.from([Buffer.from("0123456789")]), limit);
  expect(String(await buffer(await store.read(sha256, { start: 2, end: 4 })))).toBe("234");
});

test("what a killed put left is swept once it is a day old, and nothing else is", async () => {
  const { sha256 } = await store.put(Readable.from([Buffer.from("kept")]), limit);
  const arriving = join(root, "arriving");
  writeFileSync(join(arriving, "now"), "half");
  writeFileSync(join(arriving, "yesterday"), "half");
  const yesterday = Date.now() / 1000 - 25 * 60 * 60;
  utimesSync(join(arriving, "yesterday"), yesterday, yesterday);
  utimesSync(pathOf(sha256), yesterday, yesterday);
  expect(await store.sweep()).toBe(1);
  expect(
    files()
      .map((entry) => entry.name)
      .sort(),
  ).toEqual([sha256, "now"].sort());
});

test("a store that is no folder, or has no room, says so in one sentence for people", async () => {
  const path = join(base, "a-file");
  writeFileSync(path, "");
  const problem: unknown = await new FolderStore(path)
    .put(Readable.from([Buffer.from("x")]), limit)
    .catch((error: unknown) => error);
  expect(problem).toMatchObject({ name: "StoreProblem", isPassing: true });
  expect(String(problem)).toContain(path);
  // The device that is always full gives the error of a real disk without room.
  const full: unknown = await writeFile("/dev/full", "x").catch((error: unknown) => error);
  expect(fromFileSystem(full, "the folder /files")).toMatchObject({
    kind: "full",
    message: "There is no room left in the folder /files.",
  });
});
