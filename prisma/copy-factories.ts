import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audited } from "../lib/audit/audited.ts";
import { system } from "../lib/auth/queries.ts";
import { addParts } from "../lib/snapshots/finishing.ts";
import { keepFile } from "../lib/snapshots/gateway.ts";
import type { FinishedPart } from "../lib/snapshots/schema.ts";

/** Brings words into the store of `ASSAY_DATA`, and answers their hash. */
async function kept(words: string, mediaType: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "assay-words-"));
  try {
    const path = join(folder, "words");
    await writeFile(path, words);
    return await keepFile(path, mediaType);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export interface MadeCopy {
  snapshotId: string;
  sha256: string;
  textSha256: string | null;
}

/**
 * A copy of a source's page with this text, past the queue: no worker ever hears of it. "" leaves the text out. The original
 * is the text within markup, so that the two have hashes of their own.
 */
export async function aCopy(sourceId: string, text: string): Promise<MadeCopy> {
  const sha256 = await kept(`<p>${text}</p>`, "text/html");
  const textSha256 = text === "" ? null : await kept(text, "text/plain");
  const parts: FinishedPart[] = [
    { kind: "original", outcome: "captured", reason: null, sha256 },
    textSha256 === null
      ? { kind: "text", outcome: "empty", reason: "There is no text in it.", sha256: null }
      : { kind: "text", outcome: "captured", reason: null, sha256: textSha256 },
  ];
  return audited(system, async (tx, record) => {
    const { url, createdById } = await tx.source.findUniqueOrThrow({ where: { id: sourceId } });
    const { id: snapshotId } = await tx.snapshot.create({
      data: { sourceId, means: "capture", url, requestedById: createdById, idempotencyKey: randomUUID() },
    });
    record({ name: "snapshot.requested", snapshotId, sourceId, articleId: null });
    await addParts(tx, snapshotId, parts);
    const done = { state: "done", outcome: "captured", httpStatus: 200, finishedAt: new Date() } as const;
    await tx.snapshot.update({ where: { id: snapshotId }, data: done });
    record({ name: "snapshot.finished", snapshotId, outcome: "captured", files: { original: sha256 } });
    return { snapshotId, sha256, textSha256 };
  });
}
