import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aClaim, aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import { system } from "../auth/queries.ts";
import type { Member } from "../auth/schema.ts";
import { addFigure } from "../figures/commands.ts";
import { addFigureInput } from "../figures/schema.ts";
import { nothing } from "../snapshots/arrival.ts";
import { finishSnapshot } from "../snapshots/finishing.ts";
import { keepFile } from "../snapshots/gateway.ts";
import { addSource, captureAgain } from "../sources/commands.ts";
import { addSourceInput } from "../sources/schema.ts";
import { attachEvidence } from "./commands.ts";
import { listEvidence } from "./queries.ts";
import { attachEvidenceInput } from "./schema.ts";

let checker: Member;
let folder: string;
let claimId: string;
let copy: { sourceId: string; snapshotId: string };

const text =
  "The keeper 📖 counted twelve carts.\n\nOn Sunday twelve carts came again. He counted at least 33.";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-quotes-"));
  process.env.ASSAY_DATA = folder;
  checker = await aMember();
  claimId = (await aClaim(checker)).id;
  copy = await aCopy(text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function aCopy(words: string): Promise<{ sourceId: string; snapshotId: string }> {
  const fields = { kind: "page", title: "Toll book", language: "en", capture: false };
  const url = `https://example.org/${randomUUID()}`;
  const { sourceId } = await addSource(
    checker,
    addSourceInput.parse({ ...fields, url, idempotencyKey: randomUUID() }),
  );
  const { snapshotId } = await captureAgain(checker, { sourceId, idempotencyKey: randomUUID() });
  await writeFile(join(folder, "text"), words);
  const sha256 = await keepFile(join(folder, "text"), "text/plain");
  const part = { outcome: "captured", reason: null, sha256 } as const;
  const parts = [
    { kind: "original", ...part },
    { kind: "text", ...part },
  ] as const;
  const finished = { ...nothing("captured", ""), reason: null, parts: [...parts] };
  await finishSnapshot(system, snapshotId, finished, { stamp: false });
  return { sourceId, snapshotId };
}

const quote = (words: string, change: Record<string, unknown> = {}) =>
  attachEvidence(
    checker,
    attachEvidenceInput.parse({
      by: "known",
      claimId,
      ...copy,
      quote: words,
      language: "en",
      stance: "supports",
      shows: "so",
      idempotencyKey: randomUUID(),
      ...change,
    }),
  );

test("words that were selected in a copy become evidence with their place, counted in code points", async () => {
  const { evidenceId } = await quote("twelve carts came again", { quoteStart: 46 });
  expect((await listEvidence(checker, claimId)).find(({ id }) => id === evidenceId)).toMatchObject({
    snapshotId: copy.snapshotId,
    quote: "twelve carts came again",
  });
  const app = await connectAs("app");
  const { rows } = await app.query("SELECT quote_start, quote_end FROM evidence WHERE id = $1", [evidenceId]);
  expect(rows).toEqual([{ quote_start: 46, quote_end: 69 }]);
});

test("words that were typed are found where they stand once, and refused where they stand twice, differently or nowhere", async () => {
  await quote("counted at least 33");
  for (const words of [
    "twelve carts",
    "Twelve carts came again",
    "twelve  carts came again",
    "nothing of it",
  ])
    await expect(quote(words), words).rejects.toMatchObject({
      code: "invalid",
      fields: { quote: expect.any(String) },
    });
  await quote("twelve carts", { quoteStart: 21 });
});

test("a figure of a quote from a copy has to occur in it", async () => {
  const { evidenceId } = await quote("counted at least 33");
  const figure = (words: string, number: string) =>
    addFigure(
      checker,
      addFigureInput.parse({
        claimId,
        on: "evidence",
        ownerId: evidenceId,
        words,
        qualifier: "exactly",
        number,
        measureBy: "none",
      }),
    );
  await expect(figure("34", "34")).rejects.toMatchObject({
    code: "invalid",
    fields: { words: expect.any(String) },
  });
  await figure("33", "33");
});

test("nothing is quoted from a copy of another source, or from one whose file was altered", async () => {
  const other = await aCopy("Another text altogether.");
  await expect(quote("Another text", { snapshotId: other.snapshotId })).rejects.toMatchObject({
    code: "conflict",
  });
  const [path] = await filesBelow(join(folder, "files"), Buffer.byteLength("Another text altogether."));
  await chmod(path ?? "", 0o600);
  await writeFile(path ?? "", "Another text altogethex.");
  await expect(quote("Another text", other)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(/altered/),
  });
});

async function filesBelow(folder: string, bytes: number): Promise<string[]> {
  const { statSync } = await import("node:fs");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size === bytes);
}
