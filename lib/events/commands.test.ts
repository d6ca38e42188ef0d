import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aClaim, aMember } from "../../prisma/desk-factories.ts";
import type { Member } from "../auth/schema.ts";
import { listClaimHistory } from "../audit/queries.ts";
import { setClaimEvent } from "../claims/commands.ts";
import { getClaimByNumber } from "../claims/queries.ts";
import { db } from "../db.ts";
import { getParty } from "../parties/queries.ts";
import { addEvent, reviseEvent, setInvolvement } from "./commands.ts";
import { findEvents, getEvent, listEvents } from "./queries.ts";
import { addEventInput, reviseEventInput, setInvolvementInput } from "./schema.ts";

let checker: Member;
beforeAll(async () => {
  checker = await aMember();
});

const fields = {
  name: "The fire at the mill",
  happenedOn: "about 1931-05",
  happenedWords: "in the week of the fair",
  place: "Heronsbridge",
  placePrecision: "town",
  description: "The mill burned down.",
};
const anEvent = (change: Record<string, unknown> = {}) =>
  addEventInput.parse({ ...fields, idempotencyKey: randomUUID(), ...change });
const added = async (change?: Record<string, unknown>) => (await addEvent(checker, anEvent(change))).eventId;
const involving = (eventId: string, change: Record<string, unknown> = {}) =>
  setInvolvementInput.parse({
    eventId,
    party: "The mill board",
    partyKind: "organisation",
    involvement: "involved",
    note: "It owned the mill.",
    ...change,
  });

test("an event sent twice at once is added once, with when and where as exactly as they are known", async () => {
  const input = anEvent();
  const [first, second] = await Promise.all([addEvent(checker, input), addEvent(checker, input)]);
  expect(second).toEqual(first);
  const event = await getEvent(checker, first.eventId);
  expect(event).toMatchObject({ ...fields, happenedOn: "1931-05~", version: 1, parties: [], claims: [] });
});

test.each([
  ["a place without its precision", { placePrecision: "" }, "placePrecision"],
  ["a precision without a place", { place: "" }, "placePrecision"],
  ["a date that does not exist", { happenedOn: "1931-02-30" }, "happenedOn"],
  ["no name", { name: " " }, "name"],
])("%s is refused beside its field", (_what, change, field) => {
  const parsed = addEventInput.safeParse({ ...anEvent(), ...change });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});

test("an event of which only words are known has neither date nor place", async () => {
  const eventId = await added({ happenedOn: "", place: "", placePrecision: "" });
  expect(await getEvent(checker, eventId)).toMatchObject({
    happenedOn: null,
    happenedWords: fields.happenedWords,
    place: null,
    placePrecision: null,
  });
});

test("an event is revised from the version that was seen, or refused with what stands there now", async () => {
  const eventId = await added();
  const input = reviseEventInput.parse({
    ...fields,
    eventId,
    version: 1,
    place: "The mill",
    placePrecision: "spot",
  });
  expect(await reviseEvent(checker, input)).toEqual({ version: 2 });
  expect(await reviseEvent(checker, { ...input, version: 2 })).toEqual({ version: 2 });
  await expect(reviseEvent(checker, { ...input, name: "Another" })).rejects.toMatchObject({
    code: "conflict",
    theirs: { place: "The mill", placePrecision: "spot", happenedOn: "1931-05~", version: 2 },
  });
  const missing = { ...input, eventId: randomUUID() };
  await expect(reviseEvent(checker, missing)).rejects.toMatchObject({ code: "not_found" });
});

test("a party is involved, then not, then nobody has said; each step is kept in the log, repeats are not", async () => {
  const eventId = await added();
  const { partyId, version } = await setInvolvement(checker, involving(eventId));
  await setInvolvement(checker, involving(eventId));
  expect(await getEvent(checker, eventId)).toMatchObject({
    parties: [{ party: { id: partyId, name: "The mill board" }, involved: true, note: "It owned the mill." }],
  });
  expect((await getParty(checker, partyId)).events).toMatchObject([{ id: eventId, involved: true }]);
  const known = { party: "", partyId };
  const out = involving(eventId, { ...known, involvement: "not_involved", note: "", version });
  const { version: later } = await setInvolvement(checker, out);
  expect((await getEvent(checker, eventId)).parties).toMatchObject([{ involved: false, note: "" }]);
  const silent = involving(eventId, { ...known, involvement: "not_said", version: later });
  await setInvolvement(checker, silent);
  await setInvolvement(checker, silent);
  expect((await getEvent(checker, eventId)).parties).toEqual([]);
  const log = await db.auditEvent.findMany({
    where: { data: { contains: eventId } },
    orderBy: { seq: "asc" },
  });
  expect(log.map(({ name }) => name)).toEqual([
    "event.added",
    "event.party-involved",
    "event.party-involved",
    "event.party-removed",
  ]);
});

test("of two people who speak of the same party at once one is heard, and the other is told what was said", async () => {
  const eventId = await added();
  const said = await Promise.allSettled([
    setInvolvement(checker, involving(eventId, { party: "A new board" })),
    setInvolvement(checker, involving(eventId, { party: "a NEW board", involvement: "not_involved" })),
  ]);
  const [there] = (await getEvent(checker, eventId)).parties;
  expect(said.flatMap((one) => (one.status === "rejected" ? [one.reason] : []))).toMatchObject([
    {
      code: "conflict",
      theirs: { involvement: there?.involved ? "involved" : "not_involved", note: "It owned the mill." },
    },
  ]);
});

test("unknown events and parties are not found", async () => {
  const missing = { code: "not_found" };
  await expect(setInvolvement(checker, involving(randomUUID()))).rejects.toMatchObject(missing);
  const unknown = involving(await added(), { party: "", partyId: randomUUID() });
  await expect(setInvolvement(checker, unknown)).rejects.toMatchObject(missing);
  await expect(getEvent(checker, randomUUID())).rejects.toMatchObject(missing);
});

test("a claim gets its event, another one and none while it is open, and its history says so", async () => {
  const [claim, eventId] = [await aClaim(checker), await added()];
  const version = "";
  await setClaimEvent(checker, { claimId: claim.id, eventId, version });
  await setClaimEvent(checker, { claimId: claim.id, eventId, version });
  expect((await getClaimByNumber(checker, claim.number)).event).toMatchObject({
    id: eventId,
    name: fields.name,
  });
  expect((await getEvent(checker, eventId)).claims).toMatchObject([{ number: claim.number }]);
  const stale = setClaimEvent(checker, { claimId: claim.id, eventId: await added(), version });
  await expect(stale).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining(fields.name),
  });
  await setClaimEvent(checker, { claimId: claim.id, eventId: "", version: eventId });
  expect((await getClaimByNumber(checker, claim.number)).event).toBeNull();
  const { entries } = await listClaimHistory(checker, claim.id);
  expect(entries.map(({ event }) => event)).toMatchObject([
    { name: "claim.event-set", change: { before: { event: { id: eventId } }, after: { event: null } } },
    { name: "claim.event-set", change: { before: { event: null }, after: { event: { name: fields.name } } } },
  ]);
  await expect(
    setClaimEvent(checker, { claimId: claim.id, eventId: randomUUID(), version }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
  const inReview = await aClaim(checker, { stage: "in_review" });
  await expect(setClaimEvent(checker, { claimId: inReview.id, eventId, version })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("the list reads on by key without a gap, and words are looked for in name, place and date in words", async () => {
  const word = `Q${randomUUID().slice(0, 8)}`;
  for (let at = 0; at < 31; at++) await added({ name: `${word} ${at}` });
  const first = await listEvents(checker, { words: word });
  const second = await listEvents(checker, { words: word, after: first.next });
  expect([first.events.length, second.events.length, second.next]).toEqual([30, 1, null]);
  await added({ place: word, happenedWords: "On Candlemas" });
  expect(await findEvents(checker, `candlemas ${word.toLowerCase()}`)).toHaveLength(1);
});
