import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Member } from "#lib/auth/schema";
import { keepFile } from "#lib/snapshots/gateway";
import { takeSnapshot } from "#lib/snapshots/work";
import { addFile } from "#lib/sources/files";

/** Adds a text file to a source and has it looked into at once, since no worker runs yet; answers the copy. */
export async function addSampleFile(
  checker: Member,
  sourceId: string,
  { name, text }: { name: string; text: string },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "assay-sample-"));
  try {
    await writeFile(join(folder, "file"), text);
    const sha256 = await keepFile(join(folder, "file"), "text/plain");
    const file = { sourceId, fileName: name, sha256, idempotencyKey: randomUUID() };
    const { snapshotId } = await addFile(checker, file);
    await takeSnapshot({ snapshotId, upload: sha256 }, 1, new AbortController().signal);
    return snapshotId;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
