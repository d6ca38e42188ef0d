import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { fromColumns, toColumns } from "../calendar-date.ts";
import { lockClaim, lockDraft } from "../claims/locking.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { nameParty } from "../parties/commands.ts";
import { chooseSource, loggable } from "../sources/commands.ts";
import { orNull } from "../text.ts";
import { holdsBothWays } from "./rules.ts";
import type { RecordPositionInput, RelateClaimsInput } from "./schema.ts";

/**
 * Records what a party says about a claim, quoted, with the ordered chain of who passed it on; refuses a claim that is
 * not open for changes. One that stands instead of another takes over its figures, and that one is removed.
 */
export async function recordPosition(
  actor: Member,
  input: RecordPositionInput,
): Promise<{ positionId: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const key = { idempotencyKey: input.idempotencyKey };
    const sent = await tx.position.findUnique({ where: key, select: { id: true } });
    if (sent) return new Unchanged({ positionId: sent.id });
    const { on, precision } = toColumns(input.saidOn);
    const party = { name: input.party, kind: input.partyKind, description: input.partyDescription };
    const source =
      input.by === "none" ? null : await chooseSource(tx, record, actor, input, input.idempotencyKey);
    const content = {
      partyId: await nameParty(tx, record, actor, party),
      stance: input.stance,
      hedged: input.hedged,
      quote: input.quote,
      language: input.language,
      translation: orNull(input.translation),
      translator: orNull(input.translator),
      saidWords: orNull(input.saidWords),
      primary: input.primary,
      sourceId: source?.id ?? null,
      locator: orNull(input.locator),
    };
    const relays: { place: number; partyId: string }[] = [];
    for (const relay of input.relays)
      relays.push({
        place: relays.length + 1,
        partyId: await nameParty(tx, record, actor, { ...relay, description: "" }),
      });
    const { id } = await tx.position.create({
      data: {
        ...content,
        saidOn: on,
        saidPrecision: precision,
        relays: { create: relays },
        ...key,
        claimId: claim.id,
        createdById: actor.id,
      },
      select: { id: true },
    });
    const position = {
      ...loggable(content, source),
      party: input.party,
      saidOn: orNull(input.saidOn),
      relayedBy: input.relays.map(({ name }) => name),
    };
    record({ name: "position.recorded", claimId: claim.id, positionId: id, position });
    if (input.replaces) {
      await handOverFigures(tx, record, claim.id, { from: input.replaces, to: id });
      await takeOff(tx, record, claim.id, input.replaces);
    }
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
    await takeOff(tx, record, claim.id, input.positionId);
    return { positionId: input.positionId };
  });
}

async function takeOff(tx: Tx, record: Recorder, claimId: string, positionId: string): Promise<void> {
  const found = await tx.position.findFirst({
    where: { id: positionId, claimId },
    include: {
      party: { select: { name: true } },
      source: { select: { visibility: true } },
      relays: { orderBy: { place: "asc" }, select: { party: { select: { name: true } } } },
      figures: { select: { words: true, qualifier: true, minimum: true, maximum: true, measureId: true } },
    },
  });
  if (!found) throw notFound("position on this claim");
  await tx.position.delete({ where: { id: found.id }, select: { id: true } });
  const {
    id,
    claimId: _,
    idempotencyKey: __,
    saidOn,
    saidPrecision,
    party,
    source,
    relays,
    ...content
  } = found;
  const position = {
    ...loggable(content, source && { confidential: source.visibility !== "public" }),
    party: party.name,
    saidOn: fromColumns(saidOn, saidPrecision),
    relayedBy: relays.map((relay) => relay.party.name),
  };
  record({ name: "position.removed", claimId, positionId: id, position });
}

/** Figures never change, so that what goes on with the new position are copies. */
async function handOverFigures(
  tx: Tx,
  record: Recorder,
  claimId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const figures = await tx.figure.findMany({
    where: { positionId: from, position: { claimId } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    omit: { id: true, createdAt: true },
  });
  for (const figure of figures) {
    const { id } = await tx.figure.create({ data: { ...figure, positionId: to }, select: { id: true } });
    const { asOf, asOfPrecision, createdById: _, ...values } = figure;
    record({
      name: "figure.added",
      claimId,
      figureId: id,
      figure: { ...values, positionId: to, asOf: fromColumns(asOf, asOfPrecision) },
    });
  }
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
