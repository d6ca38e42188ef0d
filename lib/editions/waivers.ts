import { audited, Unchanged } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { lockDraft } from "../claims/locking.ts";
import { conflict, notFound } from "../errors.ts";
import { missingWaivables } from "./waivables.ts";
import { readDraft } from "./draft.ts";
import { waivableNames } from "./rules.ts";
import type { waiveItemInput, waiverRef, WaivableItem } from "./schema.ts";
import type { z } from "zod";

/**
 * Does without one item of the checklist, with a reason that the editor sees and readers never do. Refuses an item that
 * is met, one that cannot be waived, and a second reason for the same item.
 */
export async function waiveItem(
  actor: Member,
  input: z.output<typeof waiveItemInput>,
): Promise<{ item: WaivableItem }> {
  return audited(actor, async (tx, record) => {
    const { item, reason } = input;
    const { id: claimId } = await lockDraft(tx, actor, input.claimId);
    const there = await tx.waiver.findUnique({
      where: { claimId_item: { claimId, item } },
      select: { reason: true, createdById: true },
    });
    if (there?.createdById === actor.id && there.reason === reason) return new Unchanged({ item });
    if (there)
      throw conflict(
        `“${waivableNames[item]}” is waived already. Withdraw that waiver to give another reason.`,
      );
    const draft = await readDraft(tx, claimId);
    if (!draft) throw notFound("claim");
    if (!missingWaivables(draft).some(({ code }) => code === item))
      throw conflict(`“${waivableNames[item]}” is met, so there is nothing to waive. Reload to see it.`);
    await tx.waiver.create({
      data: { claimId, item, reason, createdById: actor.id },
      select: { item: true },
    });
    record({ name: "waiver.given", claimId, item, reason });
    return { item };
  });
}

/** Takes a waiver back; the history keeps its reason. */
export async function withdrawWaiver(
  actor: Member,
  input: z.output<typeof waiverRef>,
): Promise<{ item: WaivableItem }> {
  return audited(actor, async (tx, record) => {
    const { item } = input;
    const { id: claimId } = await lockDraft(tx, actor, input.claimId);
    const where = { claimId_item: { claimId, item } };
    const there = await tx.waiver.findUnique({ where, select: { reason: true } });
    if (!there) throw notFound("waiver on this claim");
    await tx.waiver.delete({ where, select: { item: true } });
    record({ name: "waiver.withdrawn", claimId, item, reason: there.reason });
    return { item };
  });
}
