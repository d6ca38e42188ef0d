import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { fromColumns, toColumns } from "../calendar-date.ts";
import { lockClaim, lockDraft } from "../claims/locking.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { nameParty } from "../parties/commands.ts";
import { chooseSource } from "../sources/commands.ts";
import { orNull } from "../text.ts";
import { holdsBothWays } from "./rules.ts";
import type { RecordPositionInput, RelateClaimsInput } from "./schema.ts";

/** Records what a party says about a claim, quoted; refuses a claim that is not open for changes. */
export async function recordPosition(
  actor: Member,
  input: RecordPositionInput,
): Promise<{ positionId: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const key = { idempotencyKey: input.idempotencyKey };
    const sent = await tx.position.findUnique({ where: key, select: { id: true } });
    if (sent) return new Unchanged({ positionId: sent.id });
    const party = { name: input.party, kind: input.partyKind, description: input.partyDescription };
    const { on, precision } = toColumns(input.saidOn);
    const content = {
      partyId: await nameParty(tx, record, actor, party),
      stance: input.stance,
      hedged: input.hedged,
      quote: input.quote,
      language: input.language,
      sourceId:
        input.by === "none" ? null : await chooseSource(tx, record, actor, input, input.idempotencyKey),
      locator: orNull(input.locator),
    };
    const { id } = await tx.position.create({
      data: {
        ...content,
        saidOn: on,
        saidPrecision: precision,
        ...key,
        claimId: claim.id,
        createdById: actor.id,
      },
      select: { id: true },
    });
    const position = { ...content, party: input.party, saidOn: orNull(input.saidOn) };
    record({ name: "position.recorded", claimId: claim.id, positionId: id, position });
    return { positionId: id };
  });
}

/** Takes a position off a claim that is open for changes; the history keeps all of its content. */
export async function removePosition(
  actor: Member,
  input: { claimId: string; positionId: string },
): Promise<{ positionId: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const found = await tx.position.findFirst({
      where: { id: input.positionId, claimId: claim.id },
      include: { party: { select: { name: true } } },
    });
    if (!found) throw notFound("position on this claim");
    await tx.position.delete({ where: { id: found.id }, select: { id: true } });
    const { id, claimId, idempotencyKey: _, saidOn, saidPrecision, party, ...content } = found;
    const position = { ...content, party: party.name, saidOn: fromColumns(saidOn, saidPrecision) };
    record({
      name: "position.removed",
      claimId,
      positionId: id,
      position,
    });
    return { positionId: id };
  });
}

/**
 * Relates this claim to another: this <kind> the other. Refuses an unknown number, the claim itself and a relation that
 * stands already. Only this claim has to be open for changes; the event stands in the history of both.
 */
export async function relateClaims(actor: Member, input: RelateClaimsInput): Promise<{ relationId: string }> {
  return audited(actor, async (tx, record) => {
    const number = Number(input.other.replace(/^c-/i, ""));
    const other = await tx.claim.findUnique({ where: { number }, select: { id: true } });
    if (!other) throw invalid(`There is no claim C-${number}.`, { other: `There is no claim C-${number}.` });
    if (other.id === input.claimId)
      throw invalid("A claim cannot be related to itself.", {
        other: "This is the claim itself. Name another.",
      });
    await lockBoth(tx, actor, input.claimId, other.id);
    const relation = { fromId: input.claimId, toId: other.id, kind: input.kind, reason: input.reason };
    const there = await tx.relation.findFirst({
      where: { kind: input.kind, OR: orders(relation, holdsBothWays(input.kind)) },
      select: { id: true, createdById: true, reason: true },
    });
    if (there?.createdById === actor.id && there.reason === input.reason)
      return new Unchanged({ relationId: there.id });
    if (there)
      throw conflict(`The relation to C-${number} stands already. Remove it first to give another reason.`);
    const { id } = await tx.relation.create({
      data: { ...relation, createdById: actor.id },
      select: { id: true },
    });
    for (const claimId of [input.claimId, other.id])
      record({ name: "relation.added", claimId, relationId: id, relation });
    return { relationId: id };
  });
}

/** Takes back a relation of this claim, whichever of the two it was made from; the history of both keeps it. */
export async function unrelateClaims(
  actor: Member,
  input: { claimId: string; relationId: string },
): Promise<{ relationId: string }> {
  return audited(actor, async (tx, record) => {
    const ends = { OR: [{ fromId: input.claimId }, { toId: input.claimId }] };
    const seen = await tx.relation.findFirst({ where: { id: input.relationId, ...ends } });
    if (!seen) throw notFound("relation of this claim");
    await lockBoth(tx, actor, input.claimId, seen.fromId === input.claimId ? seen.toId : seen.fromId);
    const { count } = await tx.relation.deleteMany({ where: { id: seen.id } });
    if (count === 0) throw notFound("relation of this claim");
    const { id, ...relation } = seen;
    for (const claimId of [seen.fromId, seen.toId])
      record({ name: "relation.removed", claimId, relationId: id, relation });
    return { relationId: id };
  });
}

/** In the order of their ids, so that two people who relate the same two claims do not wait for each other for ever. */
async function lockBoth(tx: Tx, actor: Member, own: string, other: string): Promise<void> {
  for (const id of [own, other].sort()) {
    if (id === own) await lockDraft(tx, actor, own);
    else await lockClaim(tx, other);
  }
}

function orders({ fromId, toId }: { fromId: string; toId: string }, bothWays: boolean) {
  const given = { fromId, toId };
  return bothWays ? [given, { fromId: toId, toId: fromId }] : [given];
}
