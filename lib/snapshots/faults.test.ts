import type { ChildProcess } from "node:child_process";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import S3rver from "s3rver";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import type { Member } from "../auth/schema.ts";
import { askForCopy, copyWhen, endWorker, openSite, pageOf, startWorker } from "../../prisma/test-worker.ts";

// Faults of the store, with a worker, a queue and a database as they are in earnest.

let checker: Member;
let folder: string;
let site: Awaited<ReturnType<typeof openSite>>;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assay-faults-"));
  site = await openSite(({ url }, response) =>
    response.setHeader("Content-Type", "text/html").end(pageOf(url ?? "")),
  );
  checker = await aMember();
});
afterEach(() => endWorker(worker, "SIGTERM"));
afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (env: Record<string, string>) =>
  (worker = await startWorker({ CAPTURE_ALLOW: site.host, ...env }));
const ask = (path: string) => askForCopy(checker, `http://${site.host}/${path}`);
const waits = (id: string) =>
  copyWhen(checker, id, ({ step }) => Boolean(step?.includes("tried again by itself")));
const done = (id: string) => copyWhen(checker, id, ({ outcome }) => outcome !== null);

/** Every file of these copies is promised and lies in the store as it was hashed, and nothing lies there that no row knows of. */
async function expectRowsAndFiles(copies: string[], store: string, pattern: string): Promise<void> {
  const app = await connectAs("app");
  const files = globSync(pattern, { cwd: store }).map((path) => {
    const sha256 = createHash("sha256")
      .update(readFileSync(join(store, path)))
      .digest("hex");
    expect(basename(path), "a file that was altered").toContain(sha256);
    return sha256;
  });
  expect(files.length).toBeGreaterThan(0);
  const rows = await app.query<{ sha256: string }>("SELECT sha256 FROM kept_files");
  const known = rows.rows.map(({ sha256 }) => sha256);
  expect(known, "files without a row").toEqual(expect.arrayContaining(files));
  const parts = await app.query<{ sha256: string; kept: boolean }>(
    `SELECT sha256, kept_at IS NOT NULL AS kept FROM snapshot_parts JOIN kept_files USING (sha256)
     WHERE snapshot_id = ANY($1)`,
    [copies],
  );
  expect(files, "rows without their file").toEqual(
    expect.arrayContaining(parts.rows.map(({ sha256 }) => sha256)),
  );
  expect(
    parts.rows.every(({ kept }) => kept),
    "a part whose file is not promised",
  ).toBe(true);
}

test("copies wait while the bucket is away, each saying so, and are taken by themselves once it is back", async () => {
  const directory = join(folder, "bucket");
  const open = async (port: number) => {
    const configureBuckets = [{ name: "evidence", configs: [] }];
    const s3 = new S3rver({ address: "127.0.0.1", port, silent: true, directory, configureBuckets });
    return { s3, port: (await s3.run()).port };
  };
  const first = await open(0);
  await start({
    ASSAY_DATA: join(folder, "with-bucket"),
    FILES_S3_ENDPOINT: `http://127.0.0.1:${first.port}`,
    FILES_S3_BUCKET: "evidence",
    FILES_S3_KEY: "S3RVER",
    FILES_S3_SECRET: "S3RVER",
  });
  const ids = await Promise.all(Array.from({ length: 6 }, (_, n) => ask(`bucket-${n}`)));
  await Promise.any(ids.map(done));
  await first.s3.close(); // in the middle of the others
  const late = await ask("bucket-late");
  expect(await waits(late)).toMatchObject({
    outcome: null,
    parts: [],
    step: expect.stringContaining("The store does not answer: the bucket evidence at 127.0.0.1"),
  });
  await expectRowsAndFiles([...ids, late], directory, "evidence/**/*_object");
  const second = await open(first.port);
  onTestFinished(() => second.s3.close());
  for (const id of [...ids, late])
    expect(await done(id)).toMatchObject({ outcome: "captured", reason: null });
  await expectRowsAndFiles([...ids, late], directory, "evidence/**/*_object");
}, 60_000);

/** Whether this machine lets us make a file system of our own, which can be full. */
const canMount = (() => {
  const at = mkdtempSync(join(tmpdir(), "assay-mount-"));
  const isMounted = mount(at);
  if (isMounted) spawnSync("umount", [at]);
  rmSync(at, { recursive: true });
  return isMounted;
})();
function mount(at: string): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "assay-test", at]).status === 0;
}

/** Fills a file system to its last byte; answers how to make room again. */
function fill(at: string): () => void {
  const ballast = join(at, "ballast");
  const { bavail, bsize } = statfsSync(at);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize));
  return () => rmSync(ballast);
}

test.skipIf(!canMount)(
  "a copy waits while a disk is full, saying which, and is taken by itself once there is room",
  { timeout: 60_000 },
  async () => {
    const data = mkdtempSync(join(folder, "data-"));
    const store = join(data, "files");
    for (const each of [data, store]) {
      mkdirSync(each, { recursive: true });
      expect(mount(each)).toBe(true);
      onTestFinished(() => void spawnSync("umount", ["-l", each]));
    }
    await start({ ASSAY_DATA: data });
    const ids: string[] = [];
    for (const [at, words] of [
      [store, `There is no room left in the folder ${store}`],
      [data, "There is no room left in the data folder"],
    ] as const) {
      const makeRoom = fill(at);
      const id = await ask(basename(at));
      ids.push(id);
      expect(await waits(id)).toMatchObject({
        outcome: null,
        parts: [],
        step: expect.stringContaining(words),
      });
      makeRoom();
      expect(await done(id)).toMatchObject({ outcome: "captured", reason: null });
    }
    await expectRowsAndFiles(ids, data, "files/??/??/*");
  },
);
