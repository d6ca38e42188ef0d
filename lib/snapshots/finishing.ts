import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import type { Actor } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { notFound } from "../errors.ts";
import { enqueue } from "../jobs.ts";
import { isFromOutside } from "./rules.ts";
import type { Finished, FinishedPart } from "./schema.ts";

/**
 * Writes what came of a capture, once: of two workers that did the same job, the second changes nothing and is answered
 * false. Every file that a part names is in the store already, and from now on promised to stay.
 */
export async function finishSnapshot(
  actor: Actor,
  snapshotId: string,
  { parts, facts, pages, ...finished }: Finished,
  { stamp, scan = false }: { stamp: boolean; scan?: boolean },
): Promise<boolean> {
  return audited(actor, async (tx, record) => {
    const state = await lockSnapshot(tx, snapshotId);
    if (state === "done") return new Unchanged(false);
    await addParts(tx, snapshotId, parts);
    await tx.snapshot.update({
      where: { id: snapshotId },
      data: {
        ...finished,
        facts: [...facts],
        pages: [...pages],
        state: "done",
        finishedAt: await databaseTime(tx),
      },
    });
    await tx.captureProgress.deleteMany({ where: { snapshotId } });
    const original = parts.find(({ kind }) => kind === "original")?.sha256;
    if (stamp && original && finished.outcome === "captured")
      await enqueue(tx, "stamp", { sha256: original });
    if (scan)
      for (const sha256 of new Set(parts.filter(isFromOutside).flatMap((part) => part.sha256 ?? [])))
        await enqueue(tx, "scan", { sha256 });
    const files = Object.fromEntries(parts.flatMap(({ kind, sha256 }) => (sha256 ? [[kind, sha256]] : [])));
    record({ name: "snapshot.finished", snapshotId, outcome: finished.outcome, files });
    return true;
  });
}

async function lockSnapshot(tx: Tx, id: string): Promise<string> {
  const rows = await tx.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM snapshots WHERE id = ${id}::uuid FOR UPDATE`;
  if (!rows[0]) throw notFound("copy");
  return rows[0].state;
}

/** A step: the parts of a copy that is not done yet, with the promise that their files stay. */
export async function addParts(tx: Tx, snapshotId: string, parts: readonly FinishedPart[]): Promise<void> {
  const hashes = parts.flatMap(({ sha256 }) => (sha256 ? [sha256] : []));
  await tx.keptFile.updateMany({
    where: { sha256: { in: hashes }, keptAt: null },
    data: { keptAt: await databaseTime(tx) },
  });
  await tx.snapshotPart.createMany({ data: parts.map((part) => ({ snapshotId, ...part })) });
}
