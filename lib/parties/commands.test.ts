import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { audited } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { nameParty, reviseParty } from "./commands.ts";
import { getParty, listParties, listPartyPage } from "./queries.ts";
import { partyInput, revisePartyInput, type PartyKind } from "./schema.ts";

let checker: Member;
beforeAll(async () => {
  checker = await aMember();
});

let made = 0;
const fresh = (name: string) => `${name} ${++made}`;

/** Names a party as the forms do; the event beside it lets a party that is known already pass the gate. */
const named = (name: string, kind: PartyKind = "organisation", description = "") =>
  audited(checker, async (tx, record) => {
    record({ name: "settings.sample-marked" });
    return nameParty(tx, record, checker, partyInput.parse({ name, kind, description }));
  });
const revising = async (id: string, change: Record<string, unknown> = {}) => {
  const { name, kind, description, speaksFor, version } = await getParty(checker, id);
  const now = { name, kind, description: description ?? "", speaksFor: speaksFor?.id ?? "", version };
  return revisePartyInput.parse({ partyId: id, ...now, ...change });
};
const revise = async (id: string, change: Record<string, unknown>) =>
  reviseParty(checker, await revising(id, change));

test("a party without a description is the only one of that name and kind, but never one of several", async () => {
  const name = fresh("The ferry board");
  const known = await named(name, "organisation", "of the north bank");
  expect(await named(name.toUpperCase())).toBe(known);
  const other = await named(name, "organisation", "of the south bank");
  const plain = await named(name);
  expect(new Set([known, other, plain]).size).toBe(3);
  expect(await named(name, "government")).not.toBe(plain);
});

test("the signs of a search are letters in a name: it is itself whatever its case, and no other one", async () => {
  const word = fresh("Zx");
  for (const name of [`${word} a_b`, `${word} a%`, `${word} a\\b`, `${word} \\`]) {
    const others = [name.replace("_", "x"), name.replace("%", "nything"), name.replace("\\", "")];
    for (const other of others.filter((each) => each !== name)) await named(other);
    const id = await named(name);
    expect((await getParty(checker, id)).name).toBe(name);
    expect(await named(name.toUpperCase())).toBe(id);
  }
  const twins = [await named(`${word} c_d`), await named(`${word} cxd`)] as const;
  await revise(twins[0], { name: `${word} c%d` });
  await expect(revise(twins[0], { name: `${word} CXD` })).rejects.toMatchObject({ code: "invalid" });
});

test("unnamed sources are told apart by their description alone", async () => {
  const name = fresh("A military source");
  const described = await named(name, "unnamed", "at the northern front");
  expect(await named(name, "unnamed")).not.toBe(described);
});

test("a party is revised from the version that was seen, or refused with what stands there now", async () => {
  const [id, ministry] = [
    await named(fresh("A spokesman")),
    await named(fresh("The ministry"), "government"),
  ];
  const first = await revising(id, { kind: "person", speaksFor: ministry, description: "At the ministry" });
  expect(await reviseParty(checker, first)).toEqual({ version: 2 });
  expect(await getParty(checker, id)).toMatchObject({ kind: "person", speaksFor: { id: ministry } });
  expect((await getParty(checker, ministry)).spokenForBy).toMatchObject([{ id }]);
  await expect(reviseParty(checker, { ...first, description: "Elsewhere" })).rejects.toMatchObject({
    code: "conflict",
    theirs: { description: "At the ministry", speaksFor: ministry, version: 2 },
  });
  const event = await db.auditEvent.findFirstOrThrow({
    where: { name: "party.revised" },
    orderBy: { seq: "desc" },
  });
  expect(JSON.parse(event.data)).toMatchObject({ partyId: id, change: { before: { speaksFor: "" } } });
});

test("a save that changes nothing leaves neither version nor event", async () => {
  const id = await named(fresh("The toll house"));
  const before = await db.auditEvent.count();
  expect(await revise(id, {})).toEqual({ version: 1 });
  expect(await db.auditEvent.count()).toBe(before);
});

test("the name of another party with its kind and description is refused beside the name; a description helps", async () => {
  const [name, id] = [fresh("The harbour"), await named(fresh("The port"))];
  await named(name);
  const refused = { code: "invalid", fields: { name: expect.any(String) as string } };
  await expect(revise(id, { name: name.toUpperCase() })).rejects.toMatchObject(refused);
  expect(await revise(id, { name, description: "The new one" })).toEqual({ version: 2 });
});

test("parties speak for one another in no circle, not even when two people close it from both ends at once", async () => {
  const [one, two, three] = [await named(fresh("A")), await named(fresh("B")), await named(fresh("C"))];
  const refused = { code: "invalid", fields: { speaksFor: expect.any(String) as string } };
  await expect(revise(one, { speaksFor: one })).rejects.toMatchObject(refused);
  await expect(revise(one, { speaksFor: randomUUID() })).rejects.toMatchObject(refused);
  await revise(one, { speaksFor: two });
  await revise(two, { speaksFor: three });
  await expect(revise(three, { speaksFor: one })).rejects.toMatchObject(refused);

  const [left, right] = [await named(fresh("L")), await named(fresh("R"))];
  const answers = await Promise.allSettled([
    revise(left, { speaksFor: right }),
    revise(right, { speaksFor: left }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an unknown party is not found", async () => {
  await expect(getParty(checker, randomUUID())).rejects.toMatchObject({ code: "not_found" });
  const id = await named(fresh("Nobody"));
  await expect(
    reviseParty(checker, { ...(await revising(id)), partyId: randomUUID() }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("the list reads on by key without a gap or a repetition, a search takes its words as they are", async () => {
  const word = fresh("Zq").replace(" ", "");
  for (let at = 0; at < 53; at++) await named(`${word} 100%_ ${at}`);
  const first = await listPartyPage(checker, { words: word });
  const second = await listPartyPage(checker, { words: word, after: first.next });
  const ids = [...first.parties, ...second.parties].map(({ id }) => id);
  expect([first.parties.length, second.parties.length, new Set(ids).size]).toEqual([50, 3, 53]);
  expect(second.next).toBeNull();
  expect(await listParties(checker, `52 ${word.toLowerCase()}`)).toHaveLength(1);
  expect(await listParties(checker, `${word}%_100`)).toEqual([]);
  expect((await listPartyPage(checker, { words: word, after: "nonsense" })).parties).toHaveLength(50);
});

test("lists are in the order of a dictionary, capitals and accents among the other letters", async () => {
  const word = fresh("Order").replace(" ", "");
  const names = ["alpha", "Älpha 2", "beta", "Beta 2", "Zeta", "Äther", "ёлка", "яма"].map(
    (name) => `${word} ${name}`,
  );
  const inOrder = [0, 1, 5, 2, 3, 4, 6, 7].map((at) => names[at]);
  for (const name of names) await named(name);
  expect((await listParties(checker, word)).map(({ name }) => name)).toEqual(inOrder);
  const [third] = (await listParties(checker, word)).slice(2);
  const rest = await listPartyPage(checker, { words: word, after: third?.id ?? "" });
  expect(rest.parties.map(({ name }) => name)).toEqual(inOrder.slice(3));
});
