import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aDesk, aReadyClaim, submit, type Desk } from "#prisma/workflow-factories";
import type { Member } from "../auth/schema.ts";
import { setClaimEvent } from "../claims/commands.ts";
import { db } from "../db.ts";
import { recordPosition } from "../disputes/commands.ts";
import { recordPositionInput } from "../disputes/schema.ts";
import { addEvent, reviseEvent, setInvolvement } from "../events/commands.ts";
import { addEventInput, reviseEventInput, setInvolvementInput } from "../events/schema.ts";
import { reviseParty } from "../parties/commands.ts";
import { getParty, listParties } from "../parties/queries.ts";
import { approveEdition } from "./commands.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const anEvent = async (actor: Member) =>
  (await addEvent(actor, addEventInput.parse({ name: "The flood", idempotencyKey: randomUUID() }))).eventId;
const involve = (actor: Member, eventId: string, involvement: string, party = "The mill board") =>
  setInvolvement(actor, setInvolvementInput.parse({ eventId, party, involvement }));
const describe = async (actor: Member, partyId: string, change: object = {}) => {
  const { name, kind, version } = await getParty(actor, partyId);
  const input = { partyId, name, kind, description: randomUUID(), speaksFor: "", version, ...change };
  return reviseParty(actor, input);
};
const partyOf = async (name: string) => {
  const [party] = await listParties(desk.checker, name);
  if (!party) throw new Error(`There is no ${name}.`);
  return party.id;
};

/** A claim that is ready, with an event and with a position that two others relayed, all made by the checker. */
async function aWholeClaim() {
  const { claimId } = await aReadyClaim(desk.checker);
  const eventId = await anEvent(desk.checker);
  await setClaimEvent(desk.checker, { claimId, eventId });
  const position = {
    party: "A clerk",
    partyKind: "unnamed",
    stance: "no_information",
    quote: "I cannot say.",
  };
  const relays = [
    { name: "The Courier", kind: "outlet" },
    { name: "Northern Wire", kind: "outlet" },
  ];
  const said = { claimId, by: "none", ...position, relays, language: "en", idempotencyKey: randomUUID() };
  await recordPosition(desk.checker, recordPositionInput.parse(said));
  return { claimId, eventId };
}

/** The editor who did this to what the edition shows may not approve it; the other editor may. */
async function expectContributor(claimId: string): Promise<void> {
  const edition = { ...(await submit(desk.checker, claimId)), note: "" };
  const { contributors } = await db.edition.findUniqueOrThrow({ where: { id: edition.editionId } });
  expect(contributors).toContain(desk.editor.id);
  await expect(approveEdition(desk.editor, edition)).rejects.toMatchObject({ code: "forbidden" });
  await approveEdition(desk.otherEditor, edition);
}

test.each(["The bridge company", "A clerk", "The Courier", "Northern Wire"])(
  "whoever revised %s, whom the edition names, contributed to it",
  async (name) => {
    const { claimId } = await aWholeClaim();
    await describe(desk.editor, await partyOf(name));
    await expectContributor(claimId);
  },
);

test("whoever revised the party for whom the claimant speaks contributed to the edition", async () => {
  const { claimId } = await aWholeClaim();
  const { partyId: owner } = await involve(desk.checker, await anEvent(desk.checker), "involved");
  await describe(desk.checker, await partyOf("The bridge company"), { speaksFor: owner });
  await describe(desk.editor, owner);
  await expectContributor(claimId);
});

test("whoever revised the event, or said who is involved in it, contributed to the edition", async () => {
  for (const change of ["revise", "involve", "take off"]) {
    const { claimId, eventId } = await aWholeClaim();
    if (change === "take off") await involve(desk.checker, eventId, "involved");
    if (change === "revise") {
      const input = { eventId, name: "The great flood", version: 1 };
      await reviseEvent(desk.editor, reviseEventInput.parse(input));
    } else await involve(desk.editor, eventId, change === "involve" ? "not_involved" : "not_said");
    await expectContributor(claimId);
  }
});

test("whoever revised a party or an event that the edition does not show did not contribute to it", async () => {
  const { claimId } = await aWholeClaim();
  const elsewhere = await anEvent(desk.checker);
  const { partyId } = await involve(desk.admin, elsewhere, "involved", "The hill board");
  await describe(desk.admin, partyId);
  const { editionId } = await submit(desk.checker, claimId);
  const { contributors } = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
  expect(contributors).toContain(desk.checker.id);
  expect(contributors).not.toContain(desk.admin.id);
});
