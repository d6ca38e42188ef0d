import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import { system } from "../auth/queries.ts";
import type { Member } from "../auth/schema.ts";
import { addSource, captureAgain } from "../sources/commands.ts";
import { addSourceInput } from "../sources/schema.ts";
import { readCopyText } from "./copies.ts";
import { finishSnapshot } from "./finishing.ts";
import { keepFile } from "./gateway.ts";
import { getSnapshot, listSnapshots } from "./queries.ts";
import type { Finished } from "./schema.ts";

let checker: Member;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-copies-"));
  process.env.ASSAY_DATA = folder;
  checker = await aMember();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function aWaitingCopy(): Promise<{ sourceId: string; snapshotId: string }> {
  const { sourceId } = await addSource(
    checker,
    addSourceInput.parse({
      kind: "page",
      title: "Toll book",
      url: `https://example.org/${randomUUID()}`,
      language: "en",
      capture: false,
      idempotencyKey: randomUUID(),
    }),
  );
  return { sourceId, ...(await captureAgain(checker, { sourceId, idempotencyKey: randomUUID() })) };
}

async function captured(text: string): Promise<Finished> {
  const path = join(folder, randomUUID());
  await writeFile(path, text);
  const sha256 = await keepFile(path, "text/plain");
  const part = { outcome: "captured", reason: null, sha256 } as const;
  return {
    outcome: "captured",
    reason: null,
    finalUrl: "https://example.org/",
    httpStatus: 200,
    title: "Toll book",
    author: null,
    publishedOn: null,
    language: "en",
    facts: [],
    pages: [],
    shownWidth: null,
    shownHeight: null,
    parts: [
      { kind: "original", ...part },
      { kind: "text", ...part },
      { kind: "screenshot", outcome: "skipped", reason: "No Chromium was found.", sha256: null },
    ],
  };
}

test("a finished copy has its text, its parts in order, and says what there is none of", async () => {
  const { sourceId, snapshotId } = await aWaitingCopy();
  expect(await getSnapshot(checker, snapshotId)).toMatchObject({ outcome: null, parts: [] });
  expect(await finishSnapshot(system, snapshotId, await captured("Carts: twelve."), { stamp: false })).toBe(
    true,
  );
  const [copy] = await listSnapshots(checker, { sourceId });
  expect(copy).toMatchObject({ id: snapshotId, outcome: "captured", requestedBy: checker.name });
  expect(copy?.parts.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
    "text captured",
    "original captured",
    "screenshot skipped",
  ]);
  expect(await readCopyText(await getSnapshot(checker, snapshotId))).toMatchObject({
    text: "Carts: twelve.",
  });
});

test("of two workers that did the same job one writes, whatever the other found", async () => {
  const { snapshotId } = await aWaitingCopy();
  const both = await Promise.all([
    finishSnapshot(system, snapshotId, await captured("One"), { stamp: false }),
    finishSnapshot(system, snapshotId, await captured("Two"), { stamp: false }),
  ]);
  expect(both.filter(Boolean)).toHaveLength(1);
  expect((await getSnapshot(checker, snapshotId)).parts).toHaveLength(3);
});

test("the database takes neither a copy without its original nor a part whose file is not kept", async () => {
  const { snapshotId } = await aWaitingCopy();
  const whole = await captured("Three");
  const without = { ...whole, parts: whole.parts.filter(({ kind }) => kind !== "original") };
  await expect(finishSnapshot(system, snapshotId, without, { stamp: false })).rejects.toMatchObject({
    code: "conflict",
  });
  const unkept = { ...whole, parts: whole.parts.map((part) => ({ ...part, sha256: "0".repeat(64) })) };
  await expect(finishSnapshot(system, snapshotId, unkept, { stamp: false })).rejects.toThrow();
  expect(await getSnapshot(checker, snapshotId)).toMatchObject({ outcome: null, parts: [] });
});

test("nothing of a finished copy or of a kept file can be changed or taken away, by the application or the owner", async () => {
  const { snapshotId } = await aWaitingCopy();
  await finishSnapshot(system, snapshotId, await captured("Four"), { stamp: false });
  const owner = await connectAs("owner");
  for (const statement of [
    `UPDATE snapshots SET title = 'Another' WHERE id = '${snapshotId}'`,
    `UPDATE snapshots SET outcome = 'failed', reason = 'x' WHERE id = '${snapshotId}'`,
    `DELETE FROM snapshots WHERE id = '${snapshotId}'`,
    `UPDATE snapshot_parts SET sha256 = NULL, outcome = 'failed', reason = 'x' WHERE snapshot_id = '${snapshotId}'`,
    `INSERT INTO snapshot_parts (snapshot_id, kind, outcome, reason) VALUES ('${snapshotId}', 'pdf', 'failed', 'x')`,
    `DELETE FROM snapshot_parts WHERE snapshot_id = '${snapshotId}'`,
    "UPDATE kept_files SET bytes = 1",
    "UPDATE kept_files SET kept_at = NULL",
    "DELETE FROM kept_files",
  ])
    await expect(owner.query(statement), statement).rejects.toMatchObject({ code: "42501" });
});

test("while a copy is on its way another request answers that one, and afterwards a new one", async () => {
  const { sourceId, snapshotId } = await aWaitingCopy();
  const again = () => captureAgain(checker, { sourceId, idempotencyKey: randomUUID() });
  expect(await again()).toEqual({ snapshotId });
  await finishSnapshot(system, snapshotId, await captured("Five"), { stamp: false });
  expect((await again()).snapshotId).not.toBe(snapshotId);
});
