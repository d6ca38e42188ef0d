import type { z } from "zod";
import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { lockClaim, type LockedClaim } from "../claims/locking.ts";
import { databaseTime } from "../clock.ts";
import { db } from "../db.ts";
import { unseal } from "../editions/digest.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { dropCopies, readCopies } from "../publication/copies.ts";
import { tellReaders } from "../publication/publishing.ts";
import { canConfirm, canLift, canWithhold } from "./policy.ts";
import { restore } from "./restoring.ts";
import type { liftInput, withholdInput } from "./schema.ts";

/**
 * Takes a claim's page, or one earlier edition of it, from readers at once and leaves a notice with the ground in its place: the
 * copies that the readers' role can read are gone with the commit, edition and digest stay. A second person confirms or lifts
 * it. Refuses what is withheld already, and the current edition alone, whose text may stand in any earlier one.
 */
export async function withhold(
  actor: Member,
  input: z.output<typeof withholdInput>,
): Promise<{ withholdingId: string }> {
  const { claimId, editionId, ground, reason } = input;
  return audited(actor, async (tx, record) => {
    const claim = await lockClaim(tx, claimId);
    if (!canWithhold(actor)) throw forbidden("Only editors and admins withhold what is published.");
    const again = await tx.withholding.findFirst({
      where: { claimId, liftedAt: null, ground, reason, withheldById: actor.id, wholePage: editionId === "" },
      orderBy: { withheldAt: "desc" },
      select: { id: true, editionIds: true },
    });
    if (again && (editionId === "" || again.editionIds.includes(editionId)))
      return new Unchanged({ withholdingId: again.id });
    const editions = await listReadable(tx, claimId, editionId);
    const { id } = await tx.withholding.create({
      data: {
        claimId,
        editionIds: editions.map((edition) => edition.editionId),
        wholePage: editionId === "",
        ground,
        reason,
        withheldById: actor.id,
        withheldAt: await databaseTime(tx),
      },
      select: { id: true },
    });
    const documents = editions.map(({ document }) => unseal(document));
    await dropCopies(tx, claimId, documents);
    await tellReaders(tx, claim, documents);
    const numbers = editions.map(({ number }) => number);
    record({ name: "claim.withheld", claimId, withholdingId: id, ground, reason, editions: numbers });
    return { withholdingId: id };
  });
}

/** What is to be withheld, oldest first: every edition that can be read, or one that is not the current. */
async function listReadable(tx: Tx, claimId: string, editionId: string) {
  const publication = await tx.publication.findUnique({ where: { claimId }, select: { editionId: true } });
  if (!publication)
    throw conflict(
      "Readers see nothing of this claim now, so there is nothing to withhold. Reload to see why.",
    );
  if (editionId === publication.editionId)
    throw conflict("This edition is the current one by now. Withhold the whole page instead.");
  const editions = await tx.publishedEdition.findMany({
    where: { claimId, ...(editionId !== "" && { editionId }) },
    orderBy: { number: "asc" },
    select: { editionId: true, number: true, document: true },
  });
  if (editions.length > 0) return editions;
  if ((await tx.edition.count({ where: { claimId, id: editionId } })) === 0) throw notFound("edition");
  throw conflict("Readers cannot read this edition now. Reload to see what happened.");
}

/** Confirms what another editor withheld: it stays so until somebody lifts it. */
export async function confirmWithholding(
  actor: Member,
  { withholdingId }: { withholdingId: string },
): Promise<{ withholdingId: string }> {
  return audited(actor, async (tx, record) => {
    const { claim, row } = await lockWithholding(tx, withholdingId);
    if (!canConfirm(actor, { ...row, confirmedById: null }))
      throw forbidden("Another editor confirms it: not whoever withheld it.");
    if (row.liftedAt) throw conflict("This was lifted already. Reload to see what happened.");
    if (row.confirmedById) return new Unchanged({ withholdingId });
    await tx.withholding.update({
      where: { id: withholdingId },
      data: { confirmedById: actor.id, confirmedAt: await databaseTime(tx) },
      select: { id: true },
    });
    await tellReaders(tx, claim, []);
    record({ name: "claim.withholding-confirmed", claimId: claim.id, withholdingId });
    return { withholdingId };
  });
}

/** Gives readers back what was withheld, word for word, unless it was replaced meanwhile. */
export async function liftWithholding(
  actor: Member,
  { withholdingId, reason }: z.output<typeof liftInput>,
): Promise<{ withholdingId: string }> {
  const known = await db.withholding.findUnique({
    where: { id: withholdingId },
    select: { editionIds: true },
  });
  const texts = await readCopies(actor, known?.editionIds ?? []);
  return audited(actor, async (tx, record) => {
    const { claim, row } = await lockWithholding(tx, withholdingId);
    if (!canWithhold(actor)) throw forbidden("Only editors and admins lift it.");
    if (!canLift(actor, row))
      throw forbidden("A second person confirmed that this is withheld, so another editor lifts it.");
    if (row.liftedAt) throw conflict("This was lifted already. Reload to see what happened.");
    await refuseBehindTheCurrent(tx, row);
    await tx.withholding.update({
      where: { id: withholdingId },
      data: { liftedById: actor.id, liftedAt: await databaseTime(tx), liftedReason: reason },
      select: { id: true },
    });
    await tellReaders(tx, claim, await restore(tx, claim, row.editionIds, texts));
    record({ name: "claim.withholding-lifted", claimId: claim.id, withholdingId, reason });
    return { withholdingId };
  });
}

/** An earlier edition does not come back while the current one is withheld: the page would seem to be that one. */
async function refuseBehindTheCurrent(
  tx: Tx,
  { claimId, editionIds }: { claimId: string; editionIds: string[] },
): Promise<void> {
  const current = await tx.edition.findFirstOrThrow({
    where: { claimId, state: "published" },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  const isReadable = await tx.publication.findUnique({ where: { claimId }, select: { claimId: true } });
  if (!isReadable && !editionIds.includes(current.id))
    throw conflict("The current edition is withheld, too. Lift that first.");
}

async function lockWithholding(tx: Tx, withholdingId: string) {
  const found = await tx.withholding.findUnique({
    where: { id: withholdingId },
    select: { claimId: true },
  });
  if (!found) throw notFound("withholding");
  const claim: LockedClaim = await lockClaim(tx, found.claimId);
  const row = await tx.withholding.findUniqueOrThrow({ where: { id: withholdingId } });
  return { claim, row };
}
