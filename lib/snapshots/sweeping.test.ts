import { randomUUID } from "node:crypto";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aCopy } from "../../prisma/copy-factories.ts";
import { aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import type { Member } from "../auth/schema.ts";
import { FolderStore } from "../keeping/folder.ts";
import { addSource } from "../sources/commands.ts";
import { addFile } from "../sources/files.ts";
import { addSourceInput } from "../sources/schema.ts";
import { keepFile } from "./gateway.ts";
import { sweepUnneeded } from "./sweeping.ts";
import { takeSnapshot } from "./work.ts";

let checker: Member;
let folder: string;
let sourceId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-sweep-"));
  process.env.ASSAY_DATA = folder;
  checker = await aMember();
  const source = { kind: "page", title: "Toll book", url: "https://example.org/toll", language: "en" };
  const input = { ...source, capture: false, idempotencyKey: randomUUID() };
  ({ sourceId } = await addSource(checker, addSourceInput.parse(input)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Words, or a program, which is refused, brought into the store as an upload is. */
async function brought(content: string): Promise<string> {
  const path = join(folder, randomUUID());
  await writeFile(path, content);
  return keepFile(path, "application/octet-stream");
}

const aProgram = () => `\x7fELF\x02\x01\x01\0${randomUUID()}`;

async function uploaded(content: string): Promise<{ sha256: string; look: () => Promise<void> }> {
  const sha256 = await brought(content);
  const { snapshotId } = await addFile(checker, {
    sourceId,
    fileName: "a.pdf",
    sha256,
    idempotencyKey: randomUUID(),
  });
  const look = () => takeSnapshot({ snapshotId, upload: sha256 }, 1, new AbortController().signal);
  return { sha256, look };
}

const pathOf = (sha256: string) => join(folder, "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const isThere = (sha256: string) => stat(pathOf(sha256)).then(Boolean, () => false);

/** As if every file that is not kept had come a day and an hour ago. */
async function aDayLater(): Promise<void> {
  const app = await connectAs("app");
  await app.query(
    "UPDATE kept_files SET created_at = created_at - interval '25 hours' WHERE kept_at IS NULL",
  );
}

test("an upload that was refused is gone with the first sweep a day later, and its going is on record", async () => {
  const { sha256, look } = await uploaded(aProgram());
  await look();
  expect(await sweepUnneeded()).toBe(0);
  await aDayLater();
  expect(await sweepUnneeded()).toBe(1);
  expect(await isThere(sha256)).toBe(false);
  const app = await connectAs("app");
  const { rows } = await app.query(
    "SELECT data::jsonb AS data FROM audit_events WHERE name = 'file.removed'",
  );
  expect(rows).toEqual([{ data: { sha256, bytes: 44 } }]);
  expect((await app.query("SELECT 1 FROM kept_files WHERE sha256 = $1", [sha256])).rows).toEqual([]);
});

test("a file whose copy never came to be is gone; one that waits to be looked into, is kept or has come again stays", async () => {
  const orphan = await brought("An orphan.");
  const waiting = await uploaded("Twelve carts, waiting.");
  const refusedOnce = await uploaded(aProgram());
  await refusedOnce.look();
  const { sha256: kept } = await aCopy(sourceId, "Twelve carts.");
  const again = await brought("Brought again.");
  await aDayLater();
  await brought("Brought again.");
  // The same bytes wait for somebody to look into them once more.
  await addFile(checker, {
    sourceId,
    fileName: "b.pdf",
    sha256: refusedOnce.sha256,
    idempotencyKey: randomUUID(),
  });
  expect(await sweepUnneeded()).toBe(1);
  const all = [orphan, waiting.sha256, refusedOnce.sha256, kept, again];
  expect(await Promise.all(all.map(isThere))).toEqual([false, true, true, true, true]);
  await waiting.look();
  await aDayLater();
  await sweepUnneeded();
  expect(await isThere(waiting.sha256)).toBe(true);
});

test("a file that is brought again in the moment of its removal waits, and is there afterwards", async () => {
  const app = await connectAs("app");
  const sha256 = await brought("Brought twice.");
  await aDayLater();
  let again: Promise<string> | undefined;
  const remove = vi.spyOn(FolderStore.prototype, "remove");
  const isWaiting = async () => {
    const waiting =
      "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO kept_files%'";
    return (await app.query(waiting)).rowCount;
  };
  remove.mockImplementationOnce(async () => {
    again = brought("Brought twice.");
    await expect.poll(isWaiting).toBe(1);
    await rm(pathOf(sha256));
  });
  expect(await sweepUnneeded()).toBe(1);
  expect(await again).toBe(sha256);
  expect(await isThere(sha256)).toBe(true);
  const row = "SELECT created_at > now() - interval '1 hour' AS fresh FROM kept_files WHERE sha256 = $1";
  expect((await app.query(row, [sha256])).rows).toEqual([{ fresh: true }]);
});
