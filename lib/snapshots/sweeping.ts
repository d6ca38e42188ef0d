import { audited, Unchanged } from "../audit/audited.ts";
import { system } from "../auth/queries.ts";
import { db } from "../db.ts";
import { removeFile, filesCanGo } from "./gateway.ts";

/**
 * Removes from the store, with their rows, the files that came a day ago or longer and that no copy needs: uploads that were
 * refused, and files whose copy never came to be. Never one that is kept, that a copy names, or that still waits for somebody to
 * look into it. Each leaves an event. From a bucket nothing is removed. Answers how many.
 */
export async function sweepUnneeded(): Promise<number> {
  if (!filesCanGo()) return 0;
  const found = await db.$queryRaw<{ sha256: string }[]>`
    SELECT sha256 FROM kept_files WHERE kept_at IS NULL AND created_at < now() - interval '1 day' ORDER BY created_at`;
  let removed = 0;
  for (const { sha256 } of found) if (await removeUnneeded(sha256)) removed++;
  return removed;
}

/**
 * Whoever brings the same file in that moment waits for the lock on its row, and puts it into the store after it was removed
 * (`keepFile`); a file whose row stays behind when this is broken off is on its way to nowhere, and is swept the next time.
 */
const removeUnneeded = (sha256: string): Promise<boolean> =>
  audited(system, async (tx, record) => {
    const [row] = await tx.$queryRaw<{ bytes: bigint }[]>`
      SELECT bytes FROM kept_files f
      WHERE sha256 = ${sha256} AND kept_at IS NULL AND created_at < now() - interval '1 day'
        AND NOT EXISTS (SELECT 1 FROM snapshot_parts p WHERE p.sha256 = f.sha256)
        AND NOT EXISTS (
          SELECT 1 FROM audit_events a JOIN snapshots s ON s.id = (a.data::jsonb ->> 'snapshotId')::uuid
          WHERE a.name = 'snapshot.uploaded' AND a.data::jsonb ->> 'sha256' = f.sha256 AND s.state <> 'done')
      FOR UPDATE SKIP LOCKED`;
    if (!row) return new Unchanged(false);
    await removeFile(sha256);
    await tx.keptFile.delete({ where: { sha256 }, select: { sha256: true } });
    record({ name: "file.removed", sha256, bytes: Number(row.bytes) });
    return true;
  });
