import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { conflict, forbidden, invalid, notFound } from "../errors.ts";
import { orNull } from "../text.ts";
import { contentOf, formOf, toContent } from "./content.ts";
import { lockClaim, lockDraft, moveClaim } from "./locking.ts";
import { locatePassage } from "./passages.ts";
import { canWorkOnClaims } from "./policy.ts";
import { claimSlug } from "./rules.ts";
import type { LogClaimInput, PassageInput, RewordClaimInput, ShelveClaimInput, Stage } from "./schema.ts";
import { findInLaterVersions } from "./versions.ts";

/** Logs a claim with the passage in which it is made. The same `idempotencyKey` answers the claim made before. */
export async function logClaim(
  actor: Member,
  input: LogClaimInput,
): Promise<{ claimId: string; number: number }> {
  return audited(actor, async (tx, record) => {
    if (!canWorkOnClaims(actor)) throw forbidden();
    const { idempotencyKey } = input;
    const sent = await findByKey(tx, idempotencyKey);
    if (sent) return new Unchanged(sent);
    const passage = await locatePassage(tx, input);
    const number = await nextNumber(tx);
    const content = await toContent(tx, record, actor, input);
    const made = await tx.claim.createManyAndReturn({
      data: [
        {
          ...content,
          number,
          slug: claimSlug(input.wording, number),
          idempotencyKey,
          createdById: actor.id,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    const claimId = made[0]?.id;
    if (!claimId) {
      const first = await findByKey(tx, idempotencyKey);
      if (!first) throw conflict("This claim is being logged at this moment. Reload to see it.");
      return new Unchanged(first);
    }
    record({ name: "claim.logged", claimId, claim: { number, ...formOf(input) } });
    await insertPassage(tx, record, actor, { claimId, input, passage });
    return { claimId, number };
  });
}

/** Adds another passage in which the same claim is made; the same place again changes nothing. */
export async function addPassage(
  actor: Member,
  input: PassageInput & { claimId: string },
): Promise<{ passageId: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const passage = await locatePassage(tx, input);
    const { start, end } = passage;
    const known = await tx.passage.findFirst({
      where: { claimId: claim.id, articleVersionId: input.articleVersionId, start, end },
      select: { id: true },
    });
    if (known) return new Unchanged({ passageId: known.id });
    return { passageId: await insertPassage(tx, record, actor, { claimId: claim.id, input, passage }) };
  });
}

/** Takes a passage off a claim; refuses the last one, since a claim is made somewhere. */
export async function removePassage(
  actor: Member,
  input: { claimId: string; passageId: string },
): Promise<{ passageId: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const passages = await tx.passage.findMany({
      where: { claimId: claim.id },
      select: { id: true, articleVersionId: true, start: true, end: true, exact: true },
    });
    const found = passages.find((passage) => passage.id === input.passageId);
    if (!found) throw notFound("passage of this claim");
    if (passages.length === 1)
      throw conflict("This is the claim's only passage. Add the right one first, then remove this one.");
    const { id: passageId, ...passage } = found;
    await tx.passage.delete({ where: { id: passageId }, select: { id: true } });
    record({ name: "passage.removed", claimId: claim.id, passageId, passage });
    return { passageId };
  });
}

/** Changes wording, kind, claimant or date of a claim that is open for changes. Needs the version seen. */
export async function rewordClaim(actor: Member, input: RewordClaimInput): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const before = await contentOf(tx, claim.id);
    const { version } = claim;
    if (version !== input.version)
      throw conflict("Somebody changed this claim meanwhile.", { ...before, version });
    const after = formOf(input);
    if (JSON.stringify(before) === JSON.stringify(after)) return new Unchanged({ version });
    const { claimantId } = await tx.claim.findUniqueOrThrow({
      where: { id: claim.id },
      select: { claimantId: true },
    });
    const columns = await toContent(tx, record, actor, input, { claimantId, content: before });
    await tx.claim.update({
      where: { id: claim.id },
      data: { ...columns, version: version + 1 },
      select: { id: true },
    });
    record({ name: "claim.reworded", claimId: claim.id, change: { before, after } });
    return { version: version + 1 };
  });
}

/** Says to which event a claim that is open for changes belongs, or ("") that it belongs to none. Needs the event seen. */
export async function setClaimEvent(
  actor: Member,
  input: { claimId: string; eventId: string; version: string },
): Promise<{ eventId: string; version: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const event = { select: { id: true, name: true } };
    const { event: before } = await tx.claim.findUniqueOrThrow({
      where: { id: claim.id },
      select: { event },
    });
    const saved = { eventId: input.eventId, version: input.eventId };
    if ((before?.id ?? "") === input.eventId) return new Unchanged(saved);
    if ((before?.id ?? "") !== input.version)
      throw conflict(
        `Somebody said meanwhile that this claim belongs to ${before ? `“${before.name}”` : "no event"}. Reload to see it.`,
      );
    const after = input.eventId
      ? await tx.event.findUnique({ where: { id: input.eventId }, ...event })
      : null;
    if (input.eventId && !after) throw notFound("event");
    await tx.claim.update({
      where: { id: claim.id },
      data: { eventId: after?.id ?? null },
      select: { id: true },
    });
    const change = { before: { event: before }, after: { event: after } };
    record({ name: "claim.event-set", claimId: claim.id, change });
    return saved;
  });
}

/** Gives the claim to an active member, or to nobody (null), at any stage. Needs to be told who had it. */
export async function assignClaim(
  actor: Member,
  input: { claimId: string; assigneeId: string | null; version: string },
): Promise<{ assigneeId: string | null; version: string }> {
  return audited(actor, async (tx, record) => {
    const { claimId, assigneeId } = input;
    await lockClaim(tx, claimId);
    if (!canWorkOnClaims(actor)) throw forbidden();
    const { assignee } = await tx.claim.findUniqueOrThrow({
      where: { id: claimId },
      select: { assignee: { select: { id: true, name: true } } },
    });
    const saved = { assigneeId, version: assigneeId ?? "" };
    if ((assignee?.id ?? null) === assigneeId) return new Unchanged(saved);
    if ((assignee?.id ?? "") !== input.version)
      throw conflict(
        `This claim is ${assignee ? `${assignee.name}’s` : "nobody’s"} meanwhile. Reload to see it.`,
      );
    if (assigneeId && !(await isActive(tx, assigneeId)))
      throw invalid("Choose a member of the desk who is active.", { assigneeId: "Choose an active member." });
    await tx.claim.update({
      where: { id: claimId },
      data: { assigneeId, updatedAt: await databaseTime(tx) },
      select: { id: true },
    });
    record({ name: "claim.assigned", claimId, assigneeId });
    return saved;
  });
}

/** Moves a logged claim to checking; a claim that is nobody's becomes the actor's. */
export async function startChecking(actor: Member, input: { claimId: string }): Promise<{ stage: Stage }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockClaim(tx, input.claimId);
    if (!canWorkOnClaims(actor)) throw forbidden();
    const { assigneeId } = await tx.claim.findUniqueOrThrow({
      where: { id: claim.id },
      select: { assigneeId: true },
    });
    const stage = await moveClaim(tx, claim, "start checking", assigneeId ? {} : { assigneeId: actor.id });
    record({ name: "claim.check-started", claimId: claim.id });
    if (!assigneeId) record({ name: "claim.assigned", claimId: claim.id, assigneeId: actor.id });
    return { stage };
  });
}

/** Puts aside a claim that will not be checked, with the reason; a duplicate names the claim that it repeats. */
export async function shelveClaim(actor: Member, input: ShelveClaimInput): Promise<{ stage: Stage }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockClaim(tx, input.claimId);
    if (!canWorkOnClaims(actor)) throw forbidden();
    const duplicateOfId = await findDuplicated(tx, claim.id, input.duplicateOf);
    const note = orNull(input.note);
    const stage = await moveClaim(tx, claim, "shelve", {
      shelvedReason: input.reason,
      shelvedNote: note,
      duplicateOfId,
    });
    record({ name: "claim.shelved", claimId: claim.id, reason: input.reason, note, duplicateOfId });
    return { stage };
  });
}

/** Takes a shelved claim back to checking; the reason stays in its history. */
export async function reopenClaim(actor: Member, input: { claimId: string }): Promise<{ stage: Stage }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockClaim(tx, input.claimId);
    if (!canWorkOnClaims(actor)) throw forbidden();
    const cleared = { shelvedReason: null, shelvedNote: null, duplicateOfId: null };
    const stage = await moveClaim(tx, claim, "reopen", cleared);
    record({ name: "claim.reopened", claimId: claim.id });
    return { stage };
  });
}

type Located = Awaited<ReturnType<typeof locatePassage>>;

async function insertPassage(
  tx: Tx,
  record: Recorder,
  actor: Member,
  { claimId, input, passage }: { claimId: string; input: PassageInput; passage: Located },
): Promise<string> {
  const { articleVersionId } = input;
  const { id } = await tx.passage.create({
    data: { ...passage, articleVersionId, claimId, createdById: actor.id },
    select: { id: true },
  });
  await findInLaterVersions(tx, id);
  record({ name: "passage.added", claimId, passageId: id, passage: { articleVersionId, ...passage } });
  return id;
}

async function nextNumber(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<[{ number: number }]>`SELECT nextval('claims_number_seq')::int AS number`;
  return row.number;
}

const findByKey = async (tx: Tx, idempotencyKey: string) => {
  const claim = await tx.claim.findUnique({ where: { idempotencyKey }, select: { id: true, number: true } });
  return claim && { claimId: claim.id, number: claim.number };
};

async function isActive(tx: Tx, userId: string): Promise<boolean> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { deactivatedAt: true } });
  return user !== null && user.deactivatedAt === null;
}

async function findDuplicated(tx: Tx, claimId: string, number: string): Promise<string | null> {
  if (number === "") return null;
  const where = { number: Number(number.replace(/^c-/i, "")) };
  const other = await tx.claim.findUnique({ where, select: { id: true } });
  const refuse = (sentence: string) => invalid(sentence, { duplicateOf: sentence });
  if (!other) throw refuse("No claim has this number.");
  if (other.id === claimId) throw refuse("Name another claim than this one.");
  return other.id;
}
