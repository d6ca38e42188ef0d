import type { z } from "zod";
import { audited, Unchanged } from "../audit/audited.ts";
import { findActing, system } from "../auth/queries.ts";
import type { Member } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { db } from "../db.ts";
import { lockEdition } from "../editions/commands.ts";
import { canPublish } from "../editions/policy.ts";
import { conflict, DomainError, forbidden, invalid } from "../errors.ts";
import { enqueue } from "../jobs.ts";
import { publishEdition } from "./commands.ts";
import type { scheduleInput } from "./schema.ts";

const mostDaysAhead = 366;

/**
 * Has an approved edition published at a time (within five seconds of it, while a worker runs; as soon as one does,
 * otherwise), in the name of whoever sets that. The last time that was set counts. Refuses one that is past or more than a
 * year ahead.
 */
export async function schedulePublication(
  actor: Member,
  input: z.output<typeof scheduleInput>,
): Promise<{ at: string }> {
  const at = new Date(`${input.at}Z`);
  return audited(actor, async (tx, record) => {
    const { claim, edition } = await lockEdition(tx, input.editionId);
    if (!canPublish(actor)) throw forbidden("Only editors and admins publish.");
    if (edition.state !== "approved")
      throw conflict("This edition is not waiting to be published. Reload to see what happened.");
    const days = (at.getTime() - (await databaseTime(tx)).getTime()) / 86_400_000;
    if (days <= 0) throw wrongTime("This time is past. Give a later one, or publish it now.");
    if (days > mostDaysAhead) throw wrongTime("Give a time within the next year.");
    const row = { at, scheduledById: actor.id, problem: null };
    await tx.scheduledPublication.upsert({
      where: { editionId: edition.id },
      create: { editionId: edition.id, ...row },
      update: row,
      select: { editionId: true },
    });
    await enqueue(tx, "publish-due", { editionId: edition.id }, at);
    const set = { editionId: edition.id, at: at.toISOString() };
    record({ name: "edition.publication-scheduled", claimId: claim.id, ...set });
    return { at: set.at };
  });
}

const wrongTime = (sentence: string) => invalid(sentence, { at: sentence });

/** Takes the time back: the edition stays approved, and an editor publishes it by hand. */
export async function unschedulePublication(
  actor: Member,
  input: { editionId: string },
): Promise<{ editionId: string }> {
  return audited(actor, async (tx, record) => {
    const { claim, edition } = await lockEdition(tx, input.editionId);
    if (!canPublish(actor)) throw forbidden("Only editors and admins publish.");
    if (edition.state !== "approved")
      throw conflict("This edition is not waiting to be published any more. Reload to see what happened.");
    const { count } = await tx.scheduledPublication.deleteMany({ where: { editionId: edition.id } });
    if (count === 0) return new Unchanged({ editionId: edition.id });
    record({ name: "edition.publication-unscheduled", claimId: claim.id, editionId: edition.id });
    return { editionId: edition.id };
  });
}

/**
 * Does one job of the queue `publish-due`: publishes the edition if its time has come. Whatever would be refused to whoever set
 * the time is refused now, and said where the edition waits; what passes by itself (a store that is down) is thrown, to be
 * tried again.
 */
export async function publishDue(editionId: string): Promise<void> {
  const due = await db.scheduledPublication.findUnique({ where: { editionId } });
  if (!due || due.problem !== null || due.at > (await databaseTime(db))) return;
  const actor = await findActing(due.scheduledById);
  if (!actor || !canPublish(actor))
    return noteProblem(
      editionId,
      "Whoever set this time does not publish any more. Set it anew, or publish it now.",
    );
  try {
    await publishEdition(actor, { editionId });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === "unavailable") throw error;
    await noteProblem(editionId, error.message);
  }
}

/** Nothing to note where somebody published it or took it back meanwhile. */
async function noteProblem(editionId: string, problem: string): Promise<void> {
  await audited(system, async (tx, record) => {
    const { claim } = await lockEdition(tx, editionId);
    const { count } = await tx.scheduledPublication.updateMany({ where: { editionId }, data: { problem } });
    if (count === 0) return new Unchanged(undefined);
    record({ name: "edition.not-published-on-time", claimId: claim.id, editionId });
    return undefined;
  });
}
