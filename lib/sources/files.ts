import { audited, Unchanged } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { forbidden, notFound } from "../errors.ts";
import { enqueue } from "../jobs.ts";
import { canCapture } from "../snapshots/policy.ts";
import { canSeeConfidential } from "./policy.ts";
import type { AddFileInput } from "./schema.ts";

/**
 * Adds a file, which is on its way in the store, to a source: a worker looks into it and says what it is. The same
 * `idempotencyKey` answers the copy that it made before.
 */
export async function addFile(actor: Member, input: AddFileInput): Promise<{ snapshotId: string }> {
  return audited(actor, async (tx, record) => {
    const { sourceId, fileName, sha256, idempotencyKey } = input;
    const select = { visibility: true, createdById: true };
    const source = await tx.source.findUnique({ where: { id: sourceId }, select });
    if (!source) throw notFound("source");
    if (!canCapture(actor) || !canSeeConfidential(actor, source)) throw forbidden();
    const [added] = await tx.snapshot.createManyAndReturn({
      data: [{ sourceId, means: "upload", fileName, requestedById: actor.id, idempotencyKey }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!added) {
      const where = { idempotencyKey };
      const sent = await tx.snapshot.findUniqueOrThrow({ where, select: { id: true } });
      return new Unchanged({ snapshotId: sent.id });
    }
    await enqueue(tx, "capture", { snapshotId: added.id, upload: sha256 });
    record({ name: "snapshot.uploaded", snapshotId: added.id, sourceId, sha256 });
    return { snapshotId: added.id };
  });
}
