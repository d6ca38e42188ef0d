import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { conflict } from "../errors.ts";
import { namedAlthoughConfidential } from "../editions/confidential.ts";
import type { PublicDocument } from "../editions/schema.ts";
import type { SetVisibilityInput } from "../sources/schema.ts";
import { changeVisibility } from "../sources/visibility.ts";
import { notifyReaders } from "./notify.ts";

/**
 * Says who may see a source. Readers lose its copies in the same transaction, and the finished pages of claims that rest on
 * it are made anew; editions that named it stay as they are, since an edition never changes.
 */
export async function setVisibility(actor: Member, input: SetVisibilityInput): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const changed = await changeVisibility(tx, record, actor, input);
    if (changed instanceof Unchanged) return changed;
    const uses = { some: { sourceId: input.sourceId } };
    const claims = await tx.claim.findMany({
      where: { publication: { isNot: null }, OR: [{ evidence: uses }, { positions: uses }] },
      select: { number: true },
    });
    const where = { sourceId: input.sourceId };
    const copies = await tx.snapshot.findMany({ where, select: { id: true } });
    await notifyReaders(tx, [
      ...claims.map(({ number }) => `claim:${number}`),
      ...copies.map(({ id }) => `copy:${id}`),
    ]);
    return changed;
  });
}

/**
 * A step of publishing: refuses a document that names a source which is confidential by now. The sources stay locked until
 * the commit, so that none of them becomes confidential in between.
 */
export async function refuseNamed(tx: Tx, claimId: string, document: PublicDocument): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM sources WHERE id IN (
      SELECT source_id FROM evidence WHERE claim_id = ${claimId}::uuid
      UNION SELECT source_id FROM positions WHERE claim_id = ${claimId}::uuid)
    ORDER BY id FOR SHARE`;
  const [named] = await namedAlthoughConfidential(tx, claimId, document);
  if (named)
    throw conflict(
      `This edition names source ${named.number}, which is confidential by now. Send it back, and submit the claim again: readers are then told what the desk says of that source instead.`,
    );
}
