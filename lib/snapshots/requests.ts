import type { Recorder, Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { conflict } from "../errors.ts";
import { enqueue } from "../jobs.ts";

/** Of what a copy is to be taken; of neither while a fetched text is not yet an article. */
export type CaptureOf = { sourceId: string } | { articleId: string } | { fetched: true };

const mostAttempts = 3;

/**
 * A step of commands: asks for a copy of the page at `url`, which a worker takes once the transaction is committed.
 * While a copy of the same thing is on its way already, answers that one and asks for nothing; so does a repeated send.
 */
export async function requestCapture(
  tx: Tx,
  record: Recorder,
  actor: Member,
  of: CaptureOf,
  url: string,
  idempotencyKey: string,
): Promise<{ snapshotId: string; asked: boolean }> {
  const owner = {
    sourceId: "sourceId" in of ? of.sourceId : null,
    articleId: "articleId" in of ? of.articleId : null,
  };
  const waiting = { ...owner, state: "waiting", means: "capture" } as const;
  // The copy that is on its way may be done by the time it is looked for; then there is room for another one.
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const [asked] = await tx.snapshot.createManyAndReturn({
      data: [{ ...owner, means: "capture", url, requestedById: actor.id, idempotencyKey }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (asked) {
      await enqueue(tx, "capture", { snapshotId: asked.id });
      // Without the address: that of a confidential source has no place in a log that is kept for good.
      record({ name: "snapshot.requested", snapshotId: asked.id, ...owner });
      return { snapshotId: asked.id, asked: true };
    }
    const known =
      (await tx.snapshot.findUnique({ where: { idempotencyKey }, select: { id: true } })) ??
      (await tx.snapshot.findFirst({ where: waiting, select: { id: true } }));
    if (known) return { snapshotId: known.id, asked: false };
  }
  throw conflict("Copies of this page are being finished just now. Ask once more.");
}
