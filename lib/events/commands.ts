import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { fromColumns, toColumns } from "../calendar-date.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { nameParty } from "../parties/commands.ts";
import { orNull } from "../text.ts";
import { canWorkOnEvents } from "./policy.ts";
import { versionOf } from "./rules.ts";
import type { AddEventInput, EventFields, ReviseEventInput, SetInvolvementInput } from "./schema.ts";

/** Adds an event to which claims can point. The same `idempotencyKey` answers the event that it made before. */
export async function addEvent(actor: Member, input: AddEventInput): Promise<{ eventId: string }> {
  return audited(actor, async (tx, record) => {
    if (!canWorkOnEvents(actor)) throw forbidden();
    const { idempotencyKey, ...event } = input;
    const [made] = await tx.event.createManyAndReturn({
      data: [{ ...toContent(event), idempotencyKey, createdById: actor.id }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) {
      const sent = await tx.event.findUniqueOrThrow({ where: { idempotencyKey }, select: { id: true } });
      return new Unchanged({ eventId: sent.id });
    }
    record({ name: "event.added", eventId: made.id, event });
    return { eventId: made.id };
  });
}

/** Sets an event right wherever a claim points to it. Needs the version seen. */
export async function reviseEvent(actor: Member, input: ReviseEventInput): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    await lockEvent(tx, input.eventId);
    if (!canWorkOnEvents(actor)) throw forbidden();
    const { version, ...before } = await contentOf(tx, input.eventId);
    if (version !== input.version)
      throw conflict("Somebody changed this event meanwhile.", { ...before, version });
    const { eventId, version: _, ...after } = input;
    if (Object.entries(after).every(([name, value]) => before[name as keyof typeof before] === value))
      return new Unchanged({ version });
    await tx.event.update({
      where: { id: eventId },
      data: { ...toContent(after), version: version + 1 },
      select: { id: true },
    });
    record({ name: "event.revised", eventId, change: { before, after } });
    return { version: version + 1 };
  });
}

/** Says of a party whether it is involved in the conflict of the event, or that nobody has said. Refuses unknown ids, and where somebody said something else meanwhile. */
export async function setInvolvement(
  actor: Member,
  input: SetInvolvementInput,
): Promise<{ partyId: string; version: string }> {
  return audited(actor, async (tx, record) => {
    await lockEvent(tx, input.eventId);
    if (!canWorkOnEvents(actor)) throw forbidden();
    const { eventId, note } = input;
    const { id: partyId, name } = await chooseParty(tx, record, actor, input);
    const key = { eventId_partyId: { eventId, partyId } };
    const select = { involved: true, note: true };
    const before = await tx.eventParty.findUnique({ where: key, select });
    const said =
      input.involvement === "not_said" ? null : { involved: input.involvement === "involved", note };
    const saved = { partyId, version: versionOf(said) };
    if (versionOf(before) === saved.version) return new Unchanged(saved);
    if (versionOf(before) !== input.version)
      throw conflict(`Somebody said meanwhile how “${name}” is involved.`, {
        involvement: before ? (before.involved ? "involved" : "not_involved") : "not_said",
        note: before?.note ?? "",
        version: versionOf(before),
      });
    if (!said) {
      await tx.eventParty.delete({ where: key, select: { partyId: true } });
      record({ name: "event.party-removed", eventId, partyId, involvement: { party: name, ...before } });
      return saved;
    }
    await tx.eventParty.upsert({
      where: key,
      create: { eventId, partyId, ...said, createdById: actor.id },
      update: said,
      select: { partyId: true },
    });
    record({
      name: "event.party-involved",
      eventId,
      partyId,
      involvement: { party: name, ...said, before },
    });
    return saved;
  });
}

/** Locks the event until the transaction ends, so that whoever changes it next sees what this one did. */
async function lockEvent(tx: Tx, eventId: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM events WHERE id = ${eventId}::uuid FOR NO KEY UPDATE`;
  if (rows.length === 0) throw notFound("event");
}

async function chooseParty(tx: Tx, record: Recorder, actor: Member, input: SetInvolvementInput) {
  const { party: name, partyKind: kind } = input;
  const id = input.partyId || (await nameParty(tx, record, actor, { name, kind, description: "" }));
  const party = await tx.party.findUnique({ where: { id }, select: { id: true, name: true } });
  if (!party) throw notFound("party");
  return party;
}

async function contentOf(tx: Tx, eventId: string): Promise<EventFields & { version: number }> {
  const row = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      name: true,
      happenedOn: true,
      happenedPrecision: true,
      happenedWords: true,
      place: true,
      placePrecision: true,
      description: true,
      version: true,
    },
  });
  return {
    name: row.name,
    happenedOn: fromColumns(row.happenedOn, row.happenedPrecision) ?? "",
    happenedWords: row.happenedWords ?? "",
    place: row.place ?? "",
    placePrecision: row.placePrecision ?? "",
    description: row.description,
    version: row.version,
  };
}

function toContent(event: EventFields) {
  const { on, precision } = toColumns(event.happenedOn);
  return {
    name: event.name,
    happenedOn: on,
    happenedPrecision: precision,
    happenedWords: orNull(event.happenedWords),
    place: orNull(event.place),
    placePrecision: event.placePrecision || null,
    description: event.description,
  };
}
